package dev.clerkbapi.testing;

import java.util.Set;

/** All that a fake holds between requests; a new one is an empty fake. */
final class FakeState {
  final MovableClock clock;
  final SessionStore sessions;
  final UserStore users;
  final Organizations organizations;
  final Faults faults;
  final Latency latency;
  final Stubs stubs = new Stubs();
  final RequestLog log = new RequestLog();
  final Gate gate;

  /** The operations for which it keeps state, such as {@code GET /users}. */
  final Set<String> kept;

  final M2mTokenRoutes m2mTokens;
  final OAuthTokenRoutes oauthTokens;

  FakeState(FakeBapiBuilder builder, String secretKey, TokenKey tokenKey) {
    this.clock = new MovableClock(builder.clock);
    this.sessions = new SessionStore(clock);
    this.users = new UserStore(clock, sessions, builder.lockDuration, builder.lockoutEnabled);
    Examples examples = new Examples(clock);
    this.organizations = new Organizations(examples);
    this.faults = new Faults(builder.seed);
    this.latency = new Latency(builder.seed);
    latency.set(builder.minLatency, builder.maxLatency);
    RateLimit limit = new RateLimit(builder.rateLimit, builder.rateLimitWindow, clock);
    InstanceRoutes instance = new InstanceRoutes(builder.instanceId, builder.environmentType);
    TokenSigner signer = TokenSigner.of(tokenKey, builder.instanceId, clock.asClock());
    Routes routes =
        new Routes(
            instance, users, sessions, organizations, examples, signer, stubs, builder.longestUrl);
    this.m2mTokens = routes.m2mTokens;
    this.oauthTokens = routes.oauthTokens;
    this.kept = routes.kept();
    this.gate = new Gate(secretKey, routes, faults, limit, latency, log);
  }
}
