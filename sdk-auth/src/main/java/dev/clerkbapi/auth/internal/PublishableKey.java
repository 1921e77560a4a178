package dev.clerkbapi.auth.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The publishable key of an instance, which is no secret: {@code pk_test_...}, {@code pk_live_...}.
 */
public final class PublishableKey {
  private static final String DEVELOPMENT = "pk_test_";
  private static final String PRODUCTION = "pk_live_";
  private static final int SUFFIX_LENGTH = 8;

  private final boolean development;
  private final String frontendApi;
  private final String suffix;

  private PublishableKey(String key, String frontendApi) {
    this.development = key.startsWith(DEVELOPMENT);
    this.frontendApi = frontendApi;
    this.suffix = suffix(key);
  }

  /** Returns the key taken apart; null if it is none. */
  public static @Nullable PublishableKey parse(@Nullable String key) {
    if (key == null || !(key.startsWith(DEVELOPMENT) || key.startsWith(PRODUCTION))) {
      return null;
    }
    String host = host(key.substring(PRODUCTION.length()));
    return host == null ? null : new PublishableKey(key, host);
  }

  private static @Nullable String host(String base64) {
    try {
      String text = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
      int dollar = text.indexOf('$');
      boolean whole = dollar == text.length() - 1 && text.lastIndexOf('.', dollar) > 0;
      return dollar > 0 && whole ? text.substring(0, dollar) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Cookies of instances that share a domain differ in it. */
  private static String suffix(String key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-1").digest(key.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().encodeToString(hash).substring(0, SUFFIX_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  public boolean isDevelopment() {
    return development;
  }

  /** Returns the host of the instance's Frontend API, such as {@code clerk.example.com}. */
  public String frontendApi() {
    return frontendApi;
  }

  /** Returns what follows the name of a cookie and {@code _}. */
  public String suffix() {
    return suffix;
  }
}
