package dev.clerkbapi.testing;

import static java.util.Objects.requireNonNull;

import dev.clerkbapi.testing.internal.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Signs tokens as Clerk does, for tests of what receives them: session tokens, JWTs of a template,
 * and those of machines and OAuth applications. Immutable, and therefore thread-safe.
 *
 * <pre>{@code
 * TokenSigner clerk = TokenSigner.create();
 * TokenVerifier verifier =
 *     TokenVerifier.builder()
 *         .jwtKey(clerk.jwtKey())
 *         .authorizedParties("https://app.example.com")
 *         .build();
 * String token =
 *     clerk
 *         .session("user_123")
 *         .authorizedParty("https://app.example.com")
 *         .organization("org_123", "org:admin")
 *         .permissions("org:billing:manage")
 *         .sign();
 * assert verifier.verify(token).userId().equals("user_123");
 * }</pre>
 *
 * <p>Each signer that {@link #create} returns stands for an instance of its own: it has its own RSA
 * key, which exists only as long as the test runs. {@link FakeBapi#tokens} signs those of a fake.
 */
public final class TokenSigner {
  private static final String ISSUER = "https://clerk.example.com";
  private static final Duration SESSION = Duration.ofSeconds(60);
  private static final Duration MACHINE = Duration.ofHours(1);

  private final TokenKey key;
  private final String keyId;
  private final String issuer;
  private final Clock clock;

  private TokenSigner(TokenKey key, String keyId, String issuer, Clock clock) {
    this.key = key;
    this.keyId = keyId;
    this.issuer = issuer;
    this.clock = clock;
  }

  /** Creates a signer with a key of its own, the key ID {@code ins_test} and the system's clock. */
  public static TokenSigner create() {
    return of(new TokenKey(), "ins_test", Clock.systemUTC());
  }

  static TokenSigner of(TokenKey key, String keyId, Clock clock) {
    return new TokenSigner(key, keyId, ISSUER, clock);
  }

  /** Returns a signer with the same key that takes the time of signing from another clock. */
  public TokenSigner withClock(Clock clock) {
    return new TokenSigner(key, keyId, issuer, requireNonNull(clock, "clock"));
  }

  /**
   * Returns a signer with the same key under another ID, which is Clerk's ID of the instance.
   *
   * @param keyId such as {@code ins_2}
   */
  public TokenSigner withKeyId(String keyId) {
    return new TokenSigner(key, requireNonNull(keyId, "keyId"), issuer, clock);
  }

  /**
   * Returns a signer with the same key whose tokens are of another issuer; {@code
   * https://clerk.example.com} otherwise. Cookies are told apart by it: it is the host in the
   * publishable key.
   *
   * @param issuer such as {@code https://clerk.shop.example}
   */
  public TokenSigner withIssuer(String issuer) {
    return new TokenSigner(key, keyId, requireNonNull(issuer, "issuer"), clock);
  }

  /** Returns the public key in PEM, for {@code TokenVerifier.builder().jwtKey(..)}. */
  public String jwtKey() {
    return key.pem();
  }

  /** Returns the key set with the public key, as {@code GET /v1/jwks} responds with it. */
  public String keySet() {
    return Json.write(keySetJson());
  }

  Map<String, Object> keySetJson() {
    return key.keySet(keyId);
  }

  /**
   * Returns the token of a session, which lives for 60 s: in version 2 of Clerk's layout, without
   * an organization, of a user who signed in less than a minute ago with one factor.
   *
   * @param userId such as {@code user_123}
   */
  public FakeSessionToken session(String userId) {
    return new FakeSessionToken(draft("cl_B7d4PD111AAA", userId, SESSION), SessionGrants.none())
        .with("sid", "sess_123")
        .with("jti", RandomIds.hex())
        .factorAges(0, -1);
  }

  /**
   * Returns a JWT as one that a template makes, which lives for 60 s. It has the claims that each
   * such JWT has; add what the template does.
   *
   * @param userId such as {@code user_123}
   */
  public FakeJwt template(String userId) {
    return new FakeJwt(draft("cl_B7d4PD222AAA", userId, SESSION)).with("jti", RandomIds.hex());
  }

  /**
   * Returns an M2M token that is a JWT, which lives for an hour.
   *
   * @param machineId whose it is, such as {@code mch_1}
   * @param scopes the machines that it is for, such as {@code mch_2}
   */
  public FakeJwt m2m(String machineId, String... scopes) {
    return new FakeJwt(draft("cl_B7d4PD333AAA", machineId, MACHINE))
        .with("jti", "mt_" + RandomIds.hex())
        .with("aud", List.of(scopes))
        .with("scopes", String.join(" ", scopes));
  }

  /**
   * Returns an OAuth access token that is a JWT (RFC 9068), which lives for an hour.
   *
   * @param userId who gave the application access, such as {@code user_123}
   * @param clientId of the application, such as {@code client_123}
   * @param scopes such as {@code profile}
   */
  public FakeJwt oauth(String userId, String clientId, String... scopes) {
    return new FakeJwt(draft("", userId, MACHINE))
        .withHeader("typ", "at+jwt")
        .with("jti", "oat_" + RandomIds.hex())
        .with("client_id", requireNonNull(clientId, "clientId"))
        .with("scope", String.join(" ", scopes));
  }

  private TokenDraft draft(String tokenClass, String subject, Duration lifetime) {
    TokenDraft draft =
        TokenDraft.of(key, clock, lifetime)
            .header("alg", "RS256")
            .header("kid", keyId)
            .header("typ", "JWT")
            .claim("iss", issuer)
            .claim("sub", requireNonNull(subject, "subject"));
    return tokenClass.isEmpty() ? draft : draft.header("cat", tokenClass);
  }
}
