package dev.clerkbapi.benchmarks;

import com.clerk.backend_api.helpers.security.VerifyToken;
import com.clerk.backend_api.helpers.security.models.VerifyTokenOptions;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.proc.SingleKeyJWSKeySelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.clerkbapi.auth.TokenVerifier;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import java.security.Signature;
import java.security.SignatureException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The ways to verify a session token without the network. Each has the public key in advance, and
 * makes what it can keep only once; all but the bare signature check times and {@code azp} too.
 */
final class TokenVerifications {
  private TokenVerifications() {}

  /**
   * Returns them by name.
   *
   * @param text the token to verify; the bare signature takes that of {@code token} instead
   */
  static Map<String, Verification> of(SessionToken token, String text) {
    Map<String, Verification> all = new LinkedHashMap<>();
    all.put("sdk", sdk(token, text));
    all.put("peer", peer(token, text));
    all.put("nimbus", nimbus(token, text));
    all.put("jjwt", jjwt(token, text));
    all.put("signature", signature(token, token.signature()));
    return all;
  }

  private static Verification sdk(SessionToken token, String text) {
    TokenVerifier verifier =
        TokenVerifier.builder().jwtKey(token.pem()).authorizedParties(SessionToken.ORIGIN).build();
    return () -> verifier.verify(text);
  }

  private static Verification peer(SessionToken token, String text) {
    VerifyTokenOptions options =
        VerifyTokenOptions.jwtKey(token.pem()).authorizedParty(SessionToken.ORIGIN).build();
    return () -> VerifyToken.verifyToken(text, options).payload();
  }

  /** It reads a claim that must have a value, and then the times. */
  private static Verification nimbus(SessionToken token, String text) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(new SingleKeyJWSKeySelector<>(JWSAlgorithm.RS256, token.key()));
    JWTClaimsSet wanted = new JWTClaimsSet.Builder().claim("azp", SessionToken.ORIGIN).build();
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(wanted, Set.of("sub", "exp", "iat")));
    return () -> processor.process(text, null);
  }

  /** It reads a claim that must have a value, and the times. */
  private static Verification jjwt(SessionToken token, String text) {
    JwtParser parser =
        Jwts.parser().verifyWith(token.key()).require("azp", SessionToken.ORIGIN).build();
    return () -> parser.parseSignedClaims(text).getPayload();
  }

  /** The JDK's part of the work: the bytes are at hand, and nothing is read. */
  static Verification signature(SessionToken token, byte[] signature) {
    byte[] signed = token.signedBytes();
    return () -> {
      Signature rs256 = Signature.getInstance("SHA256withRSA");
      rs256.initVerify(token.key());
      rs256.update(signed);
      if (!rs256.verify(signature)) {
        throw new SignatureException("the signature is not the key's");
      }
      return rs256;
    };
  }
}
