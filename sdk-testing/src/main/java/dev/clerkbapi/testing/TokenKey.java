package dev.clerkbapi.testing;

import dev.clerkbapi.testing.internal.json.Json;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An RSA key that signs JWTs with RS256 (RFC 7518). It is made when it is first needed, which takes
 * some tenths of a second. Thread-safe.
 */
final class TokenKey {
  private static final int BITS = 2048;
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private @Nullable KeyPair made;

  private synchronized KeyPair keys() {
    if (made == null) {
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        made = generator.generateKeyPair();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every JDK has RSA", e);
      }
    }
    return made;
  }

  /** Returns a JWT in its compact form. */
  String sign(Map<String, ?> header, Map<String, ?> claims) {
    String signed = encoded(header) + "." + encoded(claims);
    try {
      Signature rs256 = Signature.getInstance("SHA256withRSA");
      rs256.initSign(keys().getPrivate());
      rs256.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + BASE64URL.encodeToString(rs256.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA256withRSA", e);
    }
  }

  private static String encoded(Map<String, ?> json) {
    return BASE64URL.encodeToString(Json.write(json).getBytes(StandardCharsets.UTF_8));
  }

  String pem() {
    String lines =
        Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(keys().getPublic().getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
  }

  /** Returns the key set (RFC 7517) with the public key alone. */
  Map<String, Object> keySet(String kid) {
    RSAPublicKey key = (RSAPublicKey) keys().getPublic();
    Map<String, Object> jwk = new LinkedHashMap<>();
    jwk.put("use", "sig");
    jwk.put("kty", "RSA");
    jwk.put("kid", kid);
    jwk.put("alg", "RS256");
    jwk.put("n", unsigned(key.getModulus()));
    jwk.put("e", unsigned(key.getPublicExponent()));
    return Map.of("keys", List.of(jwk));
  }

  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return BASE64URL.encodeToString(Arrays.copyOfRange(bytes, bytes[0] == 0 ? 1 : 0, bytes.length));
  }
}
