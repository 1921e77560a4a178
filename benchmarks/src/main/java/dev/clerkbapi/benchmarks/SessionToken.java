package dev.clerkbapi.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** A session token of version 2, good for a day, signed with a key that is made for it. */
final class SessionToken {
  static final String ORIGIN = "https://app.example.com";
  static final String USER_ID = "user_2bXkQ7mTzLwPqYvNcRdEfGhJkLm";

  private static final String KEY_ID = "ins_2bXkQ5sTzLwPqYvNcRdEfGhJkLm";
  private static final int KEY_BITS = 2048;
  private static final int A_DAY = 24 * 60 * 60;
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
  private static final String HEADER =
      """
      {"alg":"RS256","cat":"cl_B7d4PD111AAA","kid":"%s","typ":"JWT"}"""
          .formatted(KEY_ID);
  private static final String CLAIMS =
      """
      {"azp":"%1$s","email":"ada@example.com","exp":%2$d,"fea":"o:reports,o:billing,u:export",\
      "fva":[12,-1],"iat":%3$d,"iss":"https://clerk.example.com","jti":"0f3c2a9d41b87e65c0d1",\
      "name":"Ada Example","nbf":%3$d,"o":{"fpm":"3,1","id":"org_2bXkQ9mTzLwPqYvNcRdEfGhJkLm",\
      "per":"read,manage","rol":"admin","slg":"example-works"},"pla":"o:pro,u:free",\
      "metadata":{"locale":"en-GB","team":"analysis","quota":250,"plan_since":"2026-03-01T09:30:00Z","tags":["beta","eu"]},\
      "sid":"sess_2bXkQ8mTzLwPqYvNcRdEfGhJkLm","sts":"active","sub":"%4$s","v":2}""";

  private final KeyPair keys;
  private final String claims;
  private final String signedText;
  private final byte[] signature;

  SessionToken() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(KEY_BITS);
    keys = generator.generateKeyPair();
    long now = Instant.now().getEpochSecond();
    claims = CLAIMS.formatted(ORIGIN, now + A_DAY, now, USER_ID);
    signedText = base64(HEADER) + "." + base64(claims);
    Signature rs256 = Signature.getInstance("SHA256withRSA");
    rs256.initSign(keys.getPrivate());
    rs256.update(signedBytes());
    signature = rs256.sign();
  }

  /** Returns the token as a browser sends it. */
  String text() {
    return signedText + "." + BASE64URL.encodeToString(signature);
  }

  String claims() {
    return claims;
  }

  byte[] signedBytes() {
    return signedText.getBytes(StandardCharsets.US_ASCII);
  }

  byte[] signature() {
    return signature.clone();
  }

  RSAPublicKey key() {
    return (RSAPublicKey) keys.getPublic();
  }

  /** Returns the public key as Clerk's dashboard shows it. */
  String pem() {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key().getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
  }

  /** Returns the key as BAPI sends it among the instance's keys. */
  String jwks() {
    byte[] modulus = key().getModulus().toByteArray(); // Its first byte is the sign.
    String n = BASE64URL.encodeToString(Arrays.copyOfRange(modulus, 1, modulus.length));
    return """
        {"keys":[{"use":"sig","kty":"RSA","kid":"%s","alg":"RS256","n":"%s","e":"AQAB"}]}"""
        .formatted(KEY_ID, n);
  }

  private static String base64(String text) {
    return BASE64URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
