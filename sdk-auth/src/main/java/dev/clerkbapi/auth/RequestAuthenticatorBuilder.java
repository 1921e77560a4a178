package dev.clerkbapi.auth;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.auth.internal.PublishableKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds a {@link RequestAuthenticator}. Not thread-safe. */
public final class RequestAuthenticatorBuilder {
  private static final Duration LONGEST_CACHE = Duration.ofHours(1);

  private final TokenVerifierBuilder tokens = TokenVerifier.builder();
  private @Nullable PublishableKey publishableKey;
  private Accepted accepted = Accepted.only(TokenType.SESSION_TOKEN);
  private boolean pendingIsSignedOut = true;
  private @Nullable Duration cacheFor;
  private int cacheSize;
  private @Nullable String machineId;

  RequestAuthenticatorBuilder() {}

  /**
   * Sets the client that fetches the instance's keys, and asks Clerk's API about opaque tokens.
   *
   * @param clerk must stay open as long as the authenticator is used
   */
  public RequestAuthenticatorBuilder client(ClerkClient clerk) {
    tokens.client(clerk);
    return this;
  }

  /**
   * Sets the public key of the instance, so that verifying JWTs needs no network.
   *
   * @param pem see {@link TokenVerifierBuilder#jwtKey}
   * @throws IllegalArgumentException if it is no RSA public key of at least 2048 bits
   */
  public RequestAuthenticatorBuilder jwtKey(String pem) {
    tokens.jwtKey(pem);
    return this;
  }

  /**
   * Sets the publishable key of the instance. It is needed for cookies: to find those of this
   * instance among those of others on the same domain, and to know a development instance. Tokens
   * in the header do not need it.
   *
   * @param key such as {@code pk_live_...}
   * @throws IllegalArgumentException if it is none
   */
  public RequestAuthenticatorBuilder publishableKey(String key) {
    PublishableKey parsed = PublishableKey.parse(key);
    if (parsed == null) {
      throw new IllegalArgumentException(
          "publishableKey is not one; it starts with pk_test_ or pk_live_, and is on the page for"
              + " API keys of the Clerk dashboard");
    }
    this.publishableKey = parsed;
    return this;
  }

  /**
   * Sets the origins whose session tokens are accepted.
   *
   * @param origins see {@link TokenVerifierBuilder#authorizedParties(String...)}
   */
  public RequestAuthenticatorBuilder authorizedParties(String... origins) {
    return authorizedParties(Arrays.asList(origins));
  }

  /**
   * Sets the origins whose session tokens are accepted.
   *
   * @param origins see {@link TokenVerifierBuilder#authorizedParties(String...)}
   */
  public RequestAuthenticatorBuilder authorizedParties(Collection<String> origins) {
    tokens.authorizedParties(origins);
    return this;
  }

  /**
   * Sets the audiences of which a session token must name one.
   *
   * @param names see {@link TokenVerifierBuilder#audience}
   * @throws IllegalArgumentException if one is blank
   */
  public RequestAuthenticatorBuilder audience(String... names) {
    tokens.audience(names);
    return this;
  }

  /**
   * Sets by how much the clocks of Clerk and of this machine may differ; 5 s by default.
   *
   * @param most see {@link TokenVerifierBuilder#clockSkew}
   * @throws IllegalArgumentException if it is more than a day, either way
   */
  public RequestAuthenticatorBuilder clockSkew(Duration most) {
    tokens.clockSkew(most);
    return this;
  }

  /**
   * Sets the clock with which the times of tokens are compared; that of the system by default.
   *
   * @param now such as {@code Clock.fixed(instant, ZoneOffset.UTC)} in a test
   */
  public RequestAuthenticatorBuilder clock(Clock now) {
    tokens.clock(now);
    return this;
  }

  /** For tests: how old the keys are. */
  RequestAuthenticatorBuilder nanoTime(LongSupplier ticker) {
    tokens.nanoTime(ticker);
    return this;
  }

  /**
   * Accepts one kind of token; session tokens by default. Cookies count for session tokens only.
   *
   * @param type such as {@link TokenType#API_KEY}
   */
  public RequestAuthenticatorBuilder acceptsToken(TokenType type) {
    this.accepted = Accepted.only(type);
    return this;
  }

  /**
   * Accepts several kinds of tokens. Look at {@link AuthResult#tokenType()} before you let a
   * request do something.
   *
   * @param types such as {@code TokenType.SESSION_TOKEN, TokenType.API_KEY}; with none, nobody is
   *     ever signed in
   */
  public RequestAuthenticatorBuilder acceptsTokens(TokenType... types) {
    this.accepted = Accepted.anyOf(Arrays.stream(types).collect(Collectors.toSet()));
    return this;
  }

  /** Accepts every kind of token. */
  public RequestAuthenticatorBuilder acceptsAnyToken() {
    this.accepted = Accepted.any();
    return this;
  }

  /**
   * Sets whether a session counts as signed out while its user has to finish a task first, such as
   * choosing an organization; true by default.
   *
   * @param signedOut false to sign them in; {@link SessionClaims#isPending()} then tells
   */
  public RequestAuthenticatorBuilder treatPendingAsSignedOut(boolean signedOut) {
    this.pendingIsSignedOut = signedOut;
    return this;
  }

  /**
   * Accepts M2M tokens only if they are for this machine: it must be among their scopes. By default
   * those for every machine of the instance are accepted, unless the client has a machine's own
   * secret key, with which Clerk's API itself checks that of opaque ones.
   *
   * @param id such as {@code mch_123}
   */
  public RequestAuthenticatorBuilder machineId(String id) {
    this.machineId = Objects.requireNonNull(id, "machineId");
    return this;
  }

  /**
   * Keeps opaque tokens that were good, so that the API is not asked about each again; off by
   * default. A token that is revoked meanwhile is accepted until its entry is too old: choose a
   * time that you can bear. Entries never outlive their token, and have a hash of it.
   *
   * @param keepFor such as {@code Duration.ofSeconds(30)}
   * @param size the most tokens to keep, such as {@code 10_000}; then the least recently used goes
   * @throws IllegalArgumentException if the time is not above zero or is above an hour, or the size
   *     is not above zero
   */
  public RequestAuthenticatorBuilder cacheOpaqueTokens(Duration keepFor, int size) {
    if (keepFor.isNegative() || keepFor.isZero() || keepFor.compareTo(LONGEST_CACHE) > 0) {
      throw new IllegalArgumentException("keepFor is " + keepFor + "; it can be up to 1 hour");
    }
    if (size <= 0) {
      throw new IllegalArgumentException("size is " + size + "; it must be above zero");
    }
    this.cacheFor = keepFor;
    this.cacheSize = size;
    return this;
  }

  /**
   * Returns the authenticator. It sends nothing before its first request.
   *
   * <p>A client with only the secret key of a machine is enough for opaque M2M tokens. For those
   * that are JWTs, and for session tokens, {@link #jwtKey} is needed then; API keys and OAuth
   * access tokens need the secret key of the instance.
   *
   * @throws IllegalStateException if neither a key nor a client is set, if opaque tokens are
   *     accepted without a client, or if the client has only a machine's key and more is accepted
   *     than that is enough for
   */
  public RequestAuthenticator build() {
    boolean mayBeOpaque = accepted.machines();
    ClerkClient client = tokens.client();
    if (mayBeOpaque && client == null) {
      throw new IllegalStateException(
          "client is missing: tokens such as ak_..., mt_... and oat_... are verified by Clerk's API");
    }
    if (client != null && accepted.needSecretKey()) {
      SecretKeys.require(client);
    }
    if (accepted.accepts(TokenType.SESSION_TOKEN) && !tokens.hasParties()) {
      AuthLog.noParties();
    }
    TokenVerifier verifier = accepted.onlyM2m() ? tokens.buildForM2m() : tokens.buildQuietly();
    return new RequestAuthenticator(
        accepted,
        new SessionAuthenticator(verifier, publishableKey, pendingIsSignedOut),
        machines(verifier, client));
  }

  private MachineVerifier machines(TokenVerifier verifier, @Nullable ClerkClient client) {
    return new MachineVerifier(
        new MachineJwts(verifier.check(), verifier.claims()),
        client == null ? null : new OpaqueTokens(client),
        cacheFor == null ? null : new MachineCache(cacheFor, cacheSize, tokens.clock()),
        machineId);
  }

  /** Says nothing of keys. */
  @Override
  public String toString() {
    return "RequestAuthenticatorBuilder" + Set.copyOf(accepted.types());
  }
}
