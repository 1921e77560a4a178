package dev.clerkbapi.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.StringTokenizer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a delivery, as <a href="https://www.standardwebhooks.com">Standard Webhooks</a>
 * defines it: HMAC-SHA256 over ID, timestamp and body. Thread-safe.
 */
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "whsec_";

  /** The only version of signatures with a shared secret. */
  private static final String VERSION = "v1,";

  private final List<SecretKeySpec> keys;

  Signature(List<byte[]> keys) {
    this.keys = keys.stream().map(key -> new SecretKeySpec(key, ALGORITHM)).toList();
  }

  /** Returns the key in a secret; the message of the exception does not contain it. */
  static byte[] key(String secret) {
    String text = secret.strip();
    String base64 = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
    if (base64.isEmpty()) {
      throw new IllegalArgumentException("the webhook signing secret is empty");
    }
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      // Without the cause, whose message has a character of the secret.
      throw new IllegalArgumentException(
          "the webhook signing secret is not base64, after an optional " + PREFIX);
    }
  }

  /** Refuses a delivery that has no signature made with one of the keys. */
  void check(Headers headers, byte[] body) {
    boolean genuine = false;
    for (SecretKeySpec key : keys) {
      genuine |= isAmong(headers.signature(), sign(key, headers, body));
    }
    if (!genuine) {
      throw new WebhookVerificationException(
          WebhookReason.NO_MATCHING_SIGNATURE,
          "no signature fits; the body must be the bytes received, and the secret that of this"
              + " endpoint");
    }
  }

  private static boolean isAmong(String signatures, byte[] expected) {
    boolean found = false;
    for (StringTokenizer each = new StringTokenizer(signatures, " "); each.hasMoreTokens(); ) {
      String signature = each.nextToken();
      if (signature.startsWith(VERSION)) {
        byte[] given = signature.substring(VERSION.length()).getBytes(StandardCharsets.UTF_8);
        found |= MessageDigest.isEqual(expected, given); // takes the same time for any content
      }
    }
    return found;
  }

  private static byte[] sign(SecretKeySpec key, Headers headers, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(headers.id().getBytes(StandardCharsets.UTF_8));
      mac.update((byte) '.');
      mac.update(headers.timestamp().getBytes(StandardCharsets.UTF_8));
      mac.update((byte) '.');
      return Base64.getEncoder().encode(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return "secrets=" + keys.size();
  }
}
