package dev.clerkbapi.auth;

import dev.clerkbapi.auth.internal.ClaimReader;
import dev.clerkbapi.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a verified session token says: who the user is, and what they may do. It reads the tokens of
 * both versions that Clerk makes. A claim that is missing, or not of its type, is null or empty;
 * {@link #claims()} has everything as it came.
 *
 * <p>Immutable. {@link #toString()} shows IDs only.
 */
public final class SessionClaims implements Auth {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // the parser makes only maps that are
  private final Map<String, @Nullable Object> claims;

  /** The claims of a token that was verified. */
  SessionClaims(Map<String, @Nullable Object> claims) {
    this.claims = claims;
  }

  /**
   * Returns claims that nobody has verified, for tests of your own code.
   *
   * @param claims such as {@code Map.of("sub", "user_123", "sid", "sess_123")}
   * @throws IllegalArgumentException if JSON cannot represent a claim
   */
  public static SessionClaims of(Map<String, ?> claims) {
    return new SessionClaims(
        Json.copyFreeForm("claims", new LinkedHashMap<String, @Nullable Object>(claims)));
  }

  @Override
  public TokenType tokenType() {
    return TokenType.SESSION_TOKEN;
  }

  /** Returns the {@link #userId()}. */
  @Override
  public String subject() {
    return userId();
  }

  /** Returns the ID of the user, such as {@code user_123}. */
  public String userId() {
    String sub = text("sub");
    return sub == null ? "" : sub; // The verifier has seen one.
  }

  /** Returns the ID of the session, such as {@code sess_123}; null in tokens of a backend. */
  public @Nullable String sessionId() {
    return text("sid");
  }

  /**
   * Returns {@code active}, or {@code pending} while the user has to finish a task first, such as
   * choosing an organization; null if the instance does not put it into its tokens.
   */
  public @Nullable String status() {
    return text("sts");
  }

  /** Returns whether the {@link #status()} is {@code pending}. */
  public boolean isPending() {
    return "pending".equals(status());
  }

  /** Returns the URL of the instance's Frontend API. */
  public @Nullable String issuer() {
    return text("iss");
  }

  /**
   * Returns the origin of the page that asked for the token, such as {@code https://example.com}.
   */
  public @Nullable String authorizedParty() {
    return text("azp");
  }

  /** Returns when the token was made. */
  public @Nullable Instant issuedAt() {
    return UnixTime.instant(claims.get("iat"));
  }

  /**
   * Returns when the token expires; 60 s after it was made unless the instance sets another time.
   */
  public @Nullable Instant expiresAt() {
    return UnixTime.instant(claims.get("exp"));
  }

  /** Returns the organization that is active in the session; null if none is. */
  public @Nullable OrganizationClaims organization() {
    return OrganizationClaims.of(claims);
  }

  /**
   * Returns the features of the user and of the active organization, each with its scope; empty if
   * the claim is missing or malformed.
   */
  public List<ScopedName> features() {
    return ScopedName.listOrEmpty(text("fea"));
  }

  /** Returns the plans of the user and of the active organization, in the same form. */
  public List<ScopedName> plans() {
    return ScopedName.listOrEmpty(text("pla"));
  }

  /**
   * Returns how many minutes before the token was made the user's factors were verified: the first
   * and the second, -1 for a factor that never was or that the user does not have. Empty if the
   * token does not say.
   */
  public List<Long> factorAges() {
    return FactorAges.listOrEmpty(claims.get("fva"));
  }

  /**
   * Returns who acts as the user, for example an administrator who impersonates them: {@code sub}
   * is their ID. Null if the user is there in person.
   */
  public @Nullable Map<String, @Nullable Object> actor() {
    return ClaimReader.object(claims.get("act"));
  }

  @Override
  public boolean has(Requirement requirement) {
    return requirement.isMetBy(Grants.of(claims));
  }

  /** Returns all claims, also those that an instance adds; unmodifiable. */
  @Override
  public Map<String, @Nullable Object> claims() {
    return claims;
  }

  private @Nullable String text(String name) {
    return claims.get(name) instanceof String value ? value : null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SessionClaims that && claims.equals(that.claims);
  }

  @Override
  public int hashCode() {
    return claims.hashCode();
  }

  /** Returns the IDs of the user and the session. */
  @Override
  public String toString() {
    return "SessionClaims[" + userId() + ", " + sessionId() + "]";
  }
}
