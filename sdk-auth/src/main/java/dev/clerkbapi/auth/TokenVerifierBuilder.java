package dev.clerkbapi.auth;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.auth.internal.RsaKeys;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Builds a {@link TokenVerifier}. Not thread-safe. */
public final class TokenVerifierBuilder {
  private static final Duration DEFAULT_SKEW = Duration.ofSeconds(5);

  private @Nullable RSAPublicKey jwtKey;
  private @Nullable ClerkClient client;
  private Set<String> parties = Set.of();
  private Set<String> audiences = Set.of();
  private Duration clockSkew = DEFAULT_SKEW;
  private Clock clock = Clock.systemUTC();
  private LongSupplier nanoTime = System::nanoTime;

  TokenVerifierBuilder() {}

  /**
   * Sets the public key of the instance, so that verifying needs no network. It goes before the
   * {@link #client}. The {@code kid} of tokens then does not count, and when Clerk gives the
   * instance another key, this one has to be replaced.
   *
   * @param pem the JWKS public key from the Clerk dashboard: with line breaks of any kind or none,
   *     with or without its first and last line, and also with the two characters {@code \n} in
   *     place of line breaks
   * @throws IllegalArgumentException if it is no RSA public key of at least 2048 bits, such as a
   *     certificate or a private key
   */
  public TokenVerifierBuilder jwtKey(String pem) {
    this.jwtKey = RsaKeys.ofPem(pem);
    return this;
  }

  /**
   * Sets the client that fetches the public keys of its instance. The verifier keeps them for
   * itself, apart from those of every other verifier.
   *
   * @param clerk must stay open as long as the verifier is used
   */
  public TokenVerifierBuilder client(ClerkClient clerk) {
    this.client = Objects.requireNonNull(clerk, "client");
    return this;
  }

  /**
   * Sets the origins whose tokens are accepted: the token's claim {@code azp}, which is the {@code
   * Origin} of the page that asked for it. Without any, those of every site that can reach the
   * instance are accepted, and the verifier logs a warning when it is built.
   *
   * <p>Once set, a token without {@code azp} is refused. That includes tokens in cookies after a
   * navigation to the page, and tokens that a backend asked for.
   *
   * @param origins such as {@code https://app.example.com}; compared exactly, with scheme, host and
   *     port, and without a slash at the end. A blank one matches nothing
   */
  public TokenVerifierBuilder authorizedParties(String... origins) {
    return authorizedParties(Arrays.asList(origins));
  }

  /**
   * Sets the origins whose tokens are accepted.
   *
   * @param origins see {@link #authorizedParties(String...)}
   */
  public TokenVerifierBuilder authorizedParties(Collection<String> origins) {
    this.parties = new LinkedHashSet<>(origins);
    return this;
  }

  /**
   * Sets the audiences of which a token must name one in its claim {@code aud}; by default that is
   * not looked at. Clerk puts {@code aud} only into tokens that are customised to have it; others
   * are then refused.
   *
   * @param names such as {@code https://api.example.com}
   * @throws IllegalArgumentException if one is blank
   */
  public TokenVerifierBuilder audience(String... names) {
    if (Arrays.stream(names).anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("audience is blank; leave it out to accept any");
    }
    this.audiences = new LinkedHashSet<>(Arrays.asList(names));
    return this;
  }

  /**
   * Sets by how much the clocks of Clerk and of this machine may differ; 5 s by default.
   *
   * @param most such as {@code Duration.ofSeconds(10)}; zero allows for nothing, and one below zero
   *     refuses a token so long before its end
   * @throws IllegalArgumentException if it is more than a day, either way
   */
  public TokenVerifierBuilder clockSkew(Duration most) {
    if (most.abs().compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("clockSkew is " + most + "; it can be up to 24 hours");
    }
    this.clockSkew = most;
    return this;
  }

  /**
   * Sets the clock with which the times of tokens are compared; that of the system by default.
   *
   * @param now such as {@code Clock.fixed(instant, ZoneOffset.UTC)} in a test
   */
  public TokenVerifierBuilder clock(Clock now) {
    this.clock = Objects.requireNonNull(now, "clock");
    return this;
  }

  /** For tests: how old the keys are. */
  TokenVerifierBuilder nanoTime(LongSupplier ticker) {
    this.nanoTime = ticker;
    return this;
  }

  /**
   * Returns the verifier. It sends nothing before its first token.
   *
   * @throws IllegalStateException if neither a key nor a client is set, or if there is no key and
   *     the client has only the secret key of a machine, which cannot fetch any
   */
  public TokenVerifier build() {
    if (parties.isEmpty()) {
      AuthLog.noParties();
    }
    return buildQuietly();
  }

  TokenVerifier buildQuietly() {
    return verifier(keys());
  }

  /**
   * For M2M tokens alone, for which a client with only a machine's key will do: a key for those
   * that are JWTs may then be missing.
   */
  TokenVerifier buildForM2m() {
    try {
      return buildQuietly();
    } catch (IllegalStateException e) {
      if (client == null) {
        throw e;
      }
      return verifier(SecretKeys.none());
    }
  }

  private TokenVerifier verifier(KeySource keys) {
    return new TokenVerifier(
        new JwtCheck(keys), new ClaimChecks(parties, audiences, clockSkew, clock));
  }

  boolean hasParties() {
    return !parties.isEmpty();
  }

  Clock clock() {
    return clock;
  }

  @Nullable ClerkClient client() {
    return client;
  }

  private KeySource keys() {
    RSAPublicKey key = jwtKey;
    if (key != null) {
      return kid -> key;
    }
    if (client == null) {
      throw new IllegalStateException(
          "there is no key to verify with: set jwtKey, the public key of the instance, or client,"
              + " which fetches it");
    }
    SecretKeys.require(client);
    return new KeySet(KeyFetch.with(client), nanoTime);
  }

  /** Says nothing of keys. */
  @Override
  public String toString() {
    return "TokenVerifierBuilder";
  }
}
