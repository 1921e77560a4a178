package dev.clerkbapi.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Standard Webhooks defines it: HMAC-SHA256 over ID, timestamp and body. */
final class WebhookSignature {
  static final String PREFIX = "whsec_";

  private WebhookSignature() {}

  static byte[] key(String secret) {
    byte[] key = Base64.getDecoder().decode(secret.replaceFirst("^" + PREFIX, ""));
    if (key.length == 0) {
      throw new IllegalArgumentException("the secret is empty");
    }
    return key;
  }

  static String of(String secret, String id, long seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key(secret), "HmacSHA256"));
      mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
