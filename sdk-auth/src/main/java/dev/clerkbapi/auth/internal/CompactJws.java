package dev.clerkbapi.auth.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A signed token in its compact form, taken apart: header, payload, signature (RFC 7515). Nothing
 * of it is true before {@link #isSignedBy} says so. Immutable.
 */
public final class CompactJws {
  /** Servers refuse headers far shorter than this. */
  private static final int MAX_LENGTH = 64 * 1024;

  private final String token;
  private final int signedLength;
  private final Map<String, @Nullable Object> header;
  private final byte[] payload;
  private final byte[] signature;

  private CompactJws(String token, int firstDot, int secondDot) throws MalformedException {
    this.header = object(json(Base64Url.decode(token, 0, firstDot)));
    this.payload = Base64Url.decode(token, firstDot + 1, secondDot);
    this.signature = Base64Url.decode(token, secondDot + 1, token.length());
    this.token = token;
    this.signedLength = secondDot;
  }

  /** Takes a token apart; refuses what is not three parts in base64url with a JSON header. */
  public static CompactJws parse(String token) throws MalformedException {
    if (token.length() > MAX_LENGTH) {
      throw new MalformedException("it is longer than " + MAX_LENGTH + " characters");
    }
    int firstDot = token.indexOf('.');
    int secondDot = token.indexOf('.', firstDot + 1);
    if (firstDot < 0 || secondDot < 0 || token.indexOf('.', secondDot + 1) >= 0) {
      throw new MalformedException("it does not have three parts, so it is no JWT");
    }
    return new CompactJws(token, firstDot, secondDot);
  }

  public Map<String, @Nullable Object> header() {
    return header;
  }

  /** Returns the JSON of the payload, whatever it is; null is refused. */
  public Object payload() throws MalformedException {
    Object value = json(payload);
    if (value == null) {
      throw new MalformedException("its payload is null");
    }
    return value;
  }

  /** Returns whether the signature is the key's, by RS256. */
  public boolean isSignedBy(PublicKey key) {
    try {
      Signature rs256 = Signature.getInstance("SHA256withRSA");
      rs256.initVerify(key);
      rs256.update(token.getBytes(StandardCharsets.ISO_8859_1), 0, signedLength);
      return rs256.verify(signature);
    } catch (GeneralSecurityException e) { // Such as a signature of another length.
      return false;
    }
  }

  private static @Nullable Object json(byte[] utf8) throws MalformedException {
    return StrictJson.parse(new String(utf8, StandardCharsets.UTF_8));
  }

  @SuppressWarnings("unchecked") // The keys of a parsed object are strings.
  private static Map<String, @Nullable Object> object(@Nullable Object value)
      throws MalformedException {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, @Nullable Object>) map;
    }
    throw new MalformedException("its header is not a JSON object");
  }

  /** Nothing of the token. */
  @Override
  public String toString() {
    return "CompactJws";
  }
}
