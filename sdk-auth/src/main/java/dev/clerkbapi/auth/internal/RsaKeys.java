package dev.clerkbapi.auth.internal;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.KeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** RSA public keys, from the forms in which Clerk hands them out. */
public final class RsaKeys {
  /** RFC 7518 section 3.3; below that, keys can be broken. */
  private static final int FEWEST_BITS = 2048;

  private static final String ASK =
      "; copy the JWKS public key (PEM) from the page for API keys of the Clerk dashboard";

  private RsaKeys() {}

  /** Returns the key of a modulus and exponent in base64url; null if they are none, or are weak. */
  public static @Nullable RSAPublicKey of(@Nullable String modulus, @Nullable String exponent) {
    if (modulus == null || exponent == null) {
      return null;
    }
    try {
      BigInteger n = new BigInteger(1, Base64Url.decode(modulus, 0, modulus.length()));
      BigInteger e = new BigInteger(1, Base64Url.decode(exponent, 0, exponent.length()));
      RSAPublicKey key = generate(new RSAPublicKeySpec(n, e));
      return isStrong(key) ? key : null;
    } catch (MalformedException | GeneralSecurityException e) {
      return null;
    }
  }

  /**
   * Returns the key of a PEM text: with line breaks of any kind or none, with or without the lines
   * round it, and also with the two characters {@code \n} for a line break, as environment files
   * have them.
   *
   * @throws IllegalArgumentException if it is no RSA public key of at least 2048 bits; the message
   *     has nothing of the text
   */
  public static RSAPublicKey ofPem(String pem) {
    String text = pem.replace("\\r", "\n").replace("\\n", "\n").strip();
    String body = text;
    if (text.startsWith("-----")) {
      refuseOtherKinds(text);
      body = text.replace("-----BEGIN PUBLIC KEY-----", "").replace("-----END PUBLIC KEY-----", "");
    }
    byte[] der = der(body.replaceAll("\\s", ""));
    try {
      RSAPublicKey key = generate(new X509EncodedKeySpec(der));
      if (isStrong(key)) {
        return key;
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("jwtKey is not an RSA public key" + ASK);
    }
    throw new IllegalArgumentException(
        "jwtKey is an RSA key of less than " + FEWEST_BITS + " bits" + ASK);
  }

  private static void refuseOtherKinds(String text) {
    String first = text.lines().findFirst().orElse("").toUpperCase(Locale.ROOT);
    if (first.contains("CERTIFICATE")) {
      throw new IllegalArgumentException("jwtKey is a certificate, not a public key" + ASK);
    }
    if (first.contains("PRIVATE KEY")) {
      throw new IllegalArgumentException("jwtKey is a private key, not a public key" + ASK);
    }
  }

  private static byte[] der(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("jwtKey is not a public key in PEM" + ASK);
    }
  }

  private static RSAPublicKey generate(KeySpec spec) throws GeneralSecurityException {
    return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
  }

  private static boolean isStrong(RSAPublicKey key) {
    return key.getModulus().bitLength() >= FEWEST_BITS;
  }
}
