package dev.clerkbapi.internal.support;

import java.time.Duration;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Refuses settings that cannot work, with a message that helps and never contains the key. */
public final class Checks {
  /** OkHttp counts milliseconds in an int, which ends before 25 days. */
  private static final Duration LONGEST = Duration.ofDays(20);

  private static final String PREFIXES = "starts with sk_test_ or sk_live_";
  private static final String MACHINE = "a machine's key starts with ak_";

  private Checks() {}

  public static String secretKey(@Nullable String key) {
    if (key == null || key.isBlank()) {
      throw new IllegalArgumentException(
          "secretKey is missing; take it from the Clerk dashboard, it " + PREFIXES);
    }
    noOtherKind(key);
    return onlyKey("secretKey", key);
  }

  public static String machineSecretKey(@Nullable String key) {
    if (key == null || key.isBlank()) {
      throw new IllegalArgumentException(
          "machineSecretKey is missing; machines().getSecretKey(..) returns it, " + MACHINE);
    }
    String kind = KeyKinds.otherThanMachineKey(key.strip());
    if (kind != null) {
      throw new IllegalArgumentException(
          "machineSecretKey is "
              + kind
              + "; "
              + MACHINE
              + ", and is on the machine's page of the Clerk dashboard");
    }
    return onlyKey("machineSecretKey", key);
  }

  private static String onlyKey(String name, String key) {
    if (!isVisibleAscii(key, false)) {
      throw new IllegalArgumentException(
          name
              + " has a space, a line break or another character that no key has; was it copied"
              + " with its surroundings?");
    }
    return key;
  }

  /** Refuses what is recognised as something else than a secret key. */
  public static void noOtherKind(String key) {
    String kind = KeyKinds.otherThanSecretKey(key.strip());
    if (kind != null) {
      throw new IllegalArgumentException(
          "secretKey is "
              + kind
              + "; the secret key "
              + PREFIXES
              + ", and is on the page for API keys of the Clerk dashboard");
    }
  }

  /** Returns the URL with a slash at its end. */
  public static HttpUrl baseUrl(String text, boolean allowPlainHttp) {
    HttpUrl url = HttpUrl.parse(text);
    if (url == null) {
      throw new IllegalArgumentException(
          "baseUrl is not an http or https URL such as https://api.clerk.com/v1");
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw new IllegalArgumentException(
          "baseUrl contains a user or password; only the key is sent");
    }
    if (url.query() != null || url.fragment() != null) {
      throw new IllegalArgumentException("baseUrl has a query or fragment; it ends with the path");
    }
    if (!url.isHttps() && !allowPlainHttp && !Loopback.is(url.host())) {
      throw new IllegalArgumentException(
          "baseUrl would send the secret key readably to "
              + url.host()
              + "; use https, or allowPlainHttp(true) for a test");
    }
    return url.encodedPath().endsWith("/") ? url : url.newBuilder().addPathSegment("").build();
  }

  public static Duration positive(String name, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(name + " must be above zero, not " + duration);
    }
    return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
  }

  public static long positive(String name, long number) {
    if (number < 1) {
      throw new IllegalArgumentException(name + " must be above zero, not " + number);
    }
    return number;
  }

  public static String headerText(String name, String text) {
    if (text.isBlank() || !isVisibleAscii(text, true)) {
      throw new IllegalArgumentException(
          name + " must be printable ASCII and not blank, such as my-shop/1.4");
    }
    return text.strip();
  }

  private static boolean isVisibleAscii(String text, boolean allowSpace) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || (c == ' ' && !allowSpace)) {
        return false;
      }
    }
    return true;
  }
}
