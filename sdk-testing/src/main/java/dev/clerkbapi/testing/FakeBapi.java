package dev.clerkbapi.testing;

import dev.clerkbapi.testing.internal.http.LoopServer;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A fake of Clerk's Backend API (BAPI) on a free port of this machine: it holds users, locks and
 * bans them, and responds as BAPI does, errors included.
 *
 * <pre>{@code
 * try (FakeBapi bapi = FakeBapi.start()) {
 *   bapi.addUser("user_123");
 *   ClerkClient clerk =
 *       ClerkClient.builder().secretKey(bapi.secretKey()).baseUrl(bapi.baseUrl()).build();
 *   clerk.users().lockUser("user_123");
 *   assert bapi.isLocked("user_123");
 * }
 * }</pre>
 *
 * <p>It responds to every operation of BAPI, in the version of this library:
 *
 * <ul>
 *   <li>What it keeps between requests: users with their locks, bans and metadata, sessions,
 *       organizations with their members and invitations, API keys, and opaque tokens of machines
 *       and OAuth applications. Lists of them are filtered, sorted and paged. Its key set is that
 *       of {@link #tokens()}.
 *   <li>For all other operations it makes an example that fits the description, with what the
 *       request says in it. It keeps no state for these tags: Actor Tokens, Admin Portal Link
 *       Tokens, Agent Tasks, Allow-list / Block-list, Beta Features, Billing, Clients, Directories,
 *       Domains, Email &amp; SMS Templates, Email Addresses, Enterprise Connections, Invitations,
 *       JWT Templates, Machines, Miscellaneous, OAuth Applications, Organization Domains,
 *       Organization Permissions, Organization Roles, Phone Numbers, Proxy Checks, Redirect URLs,
 *       Role Sets, SAML Connections, SCIM Directories, Sign Ups, Sign-in Tokens, Testing Tokens,
 *       Waitlist Entries, Webhooks. <br>
 *       Nor does it for the parts of users and organizations that are not named above, such as
 *       billing. {@link #stub} gives the test's own response instead.
 *   <li>A request that does not fit the description gets BAPI's error, such as 422 {@code
 *       form_param_missing}, and the name of the parameter or member. Patterns of IDs are not
 *       enforced, so that users can be called {@code user_123}.
 *   <li>What it cannot honour, and what BAPI does not have, gets 501 with a message that says what
 *       it knows: {@code provider}, {@code provider_user_id} and {@code starting_after} of users,
 *       several e-mail addresses of a user, an unknown path. No test passes on an answer to another
 *       question.
 * </ul>
 *
 * <p>Texts are searched without regard to case; other filters are exact. It starts empty.
 *
 * <p>For load tests it enforces a {@linkplain FakeBapiBuilder#rateLimit rate limit}, fails a
 * {@linkplain #failAtRate share} of the requests, and {@linkplain #setLatency(Duration) delays}
 * responses without a thread for each. Thread-safe.
 */
public final class FakeBapi implements AutoCloseable {
  private static final String SECRET_KEY = "sk_test_fakebapi";

  private final FakeBapiBuilder settings;
  private final LoopServer server;
  private final String baseUrl;
  private final TokenKey tokenKey = new TokenKey();
  private final Clock clock;
  private final TokenSigner tokens;
  private volatile FakeState state;

  FakeBapi(FakeBapiBuilder settings) {
    this.settings = settings;
    this.state = new FakeState(settings, SECRET_KEY, tokenKey);
    InstantSource now = () -> state.clock.instant();
    this.clock = now.withZone(ZoneOffset.UTC);
    this.tokens = TokenSigner.of(tokenKey, settings.instanceId, clock);
    this.server = LoopServer.start(request -> state.gate.respond(request));
    this.baseUrl = "http://127.0.0.1:" + server.port() + "/v1";
  }

  /** Starts a server with the defaults: the system's clock, locks of 1 hour, no rate limit. */
  public static FakeBapi start() {
    return builder().start();
  }

  /** Returns a builder, for other settings than the defaults. */
  public static FakeBapiBuilder builder() {
    return new FakeBapiBuilder();
  }

  /**
   * Returns its URL, for {@code ClerkClient.builder().baseUrl(..)}, for example {@code
   * http://127.0.0.1:40123/v1}.
   */
  public String baseUrl() {
    return baseUrl;
  }

  /** Returns the only secret key that it accepts; a request with another one gets 401. */
  public String secretKey() {
    return SECRET_KEY;
  }

  /**
   * Adds a user with a made-up name and e-mail address.
   *
   * @param userId for example {@code user_123}
   */
  public void addUser(String userId) {
    addUser(FakeUser.builder(userId).build());
  }

  /**
   * Adds a user, or replaces the one with the same ID: locked or banned only if the new one is,
   * with a lock count of 0, and with the sessions that they had.
   */
  public void addUser(FakeUser user) {
    state.users.put(Objects.requireNonNull(user, "user"));
  }

  /**
   * Adds many users with made-up names and e-mail addresses: {@code user_1}, {@code user_2} and so
   * on. 20,000 of them take less than 10 MB.
   *
   * @param count for example 20000; below 1 adds nobody
   * @return their IDs, in this order
   */
  public List<String> addUsers(int count) {
    return addUsers(count, number -> FakeUser.builder("user_" + number).build());
  }

  /**
   * Adds many users, or replaces those with the same IDs.
   *
   * @param count for example 20000; below 1 adds nobody
   * @param user makes each user from the numbers 1 to {@code count}
   * @return their IDs, in this order
   */
  public List<String> addUsers(int count, IntFunction<FakeUser> user) {
    List<FakeUser> added = IntStream.rangeClosed(1, count).mapToObj(user).toList();
    added.forEach(this::addUser);
    return added.stream().map(FakeUser::id).toList();
  }

  /**
   * Adds an active session of a user, which expires after 7 days by this server's clock. It
   * replaces a session with the same ID.
   *
   * @param userId a user that was added before, for example {@code user_123}
   * @param sessionId for example {@code sess_123}
   * @throws IllegalArgumentException if there is no such user
   */
  public void addSession(String userId, String sessionId) {
    if (state.users.find(userId).isEmpty()) {
      throw new IllegalArgumentException(
          "there is no user " + userId + " who could have a session");
    }
    state.sessions.put(userId, Objects.requireNonNull(sessionId, "sessionId"));
  }

  /**
   * Returns whether a session is neither revoked nor expired, by this server's clock; false if
   * there is no such session.
   *
   * @param sessionId for example {@code sess_123}
   */
  public boolean isSessionActive(String sessionId) {
    return state.sessions.isActive(sessionId);
  }

  /**
   * Returns whether a user is locked now, by this server's clock; false if there is no such user.
   */
  public boolean isLocked(String userId) {
    return state.users.find(userId).map(user -> user.isLocked(state.clock.instant())).orElse(false);
  }

  /** Returns whether a user is banned; false if there is no such user. */
  public boolean isBanned(String userId) {
    return state.users.find(userId).map(StoredUser::isBanned).orElse(false);
  }

  /**
   * Returns how many lock requests for a user were carried out, including those whose response was
   * lost; 0 if there is no such user. Unlike {@link #requests()}, this counts all of them.
   *
   * @param userId for example {@code user_123}
   */
  public int lockCount(String userId) {
    return state.users.find(userId).map(StoredUser::lockCount).orElse(0);
  }

  /**
   * Returns a copy of the {@linkplain #lockCount lock counts} by user ID, without the users that no
   * request locked.
   */
  public Map<String, Integer> lockCounts() {
    return state.users.lockCounts();
  }

  /**
   * Adds an organization without members, or replaces the one with the same ID.
   *
   * @param organizationId for example {@code org_123}
   * @param name for example {@code Acme}; its slug is the name in lower case
   */
  public void addOrganization(String organizationId, String name) {
    state.organizations.add(
        Objects.requireNonNull(organizationId, "organizationId"),
        Map.of("name", Objects.requireNonNull(name, "name")));
  }

  /**
   * Makes a user a member of an organization, or gives a member another role.
   *
   * @param organizationId an organization that was added before, for example {@code org_123}
   * @param userId a user that was added before, for example {@code user_123}
   * @param role for example {@code org:admin}
   * @throws IllegalArgumentException if there is no such organization or user
   */
  public void addMember(String organizationId, String userId, String role) {
    try {
      state.organizations.addMember(
          state.organizations.required(organizationId),
          state.users.required(userId),
          Map.of("role", Objects.requireNonNull(role, "role")));
    } catch (Refusal e) {
      throw new IllegalArgumentException(
          "no user " + userId + " or no organization " + organizationId + " was added", e);
    }
  }

  /**
   * Responds to an operation as the test says, in place of what the fake would do: for what it
   * keeps no state for, and for operations that BAPI has only in another version. The key, the rate
   * limit and faults still apply, and a request to an operation of BAPI is still checked against
   * its description. The latest of several stubs for the same request prevails, until {@link
   * #reset()}.
   *
   * @param method for example {@code GET}
   * @param path without query, for example {@code /v1/domains/{domain_id}}; a part in braces stands
   *     for any value
   * @param status 200 to 599, for example 200
   * @param json the body, for example {@code {"id":"dmn_1"}}; empty for none
   * @throws IllegalArgumentException if the path does not begin with {@code /v1/} or has a query,
   *     the status is out of range, or the body is not JSON
   */
  public void stub(String method, String path, int status, String json) {
    state.stubs.add(Objects.requireNonNull(method, "method"), path, status, json);
  }

  /**
   * Returns those of the latest 10,000 requests that an operation got, failed ones included, oldest
   * first.
   *
   * @param method for example {@code PATCH}
   * @param path without query, for example {@code /v1/users/{user_id}}; a part in braces stands for
   *     any value
   * @throws IllegalArgumentException if the path does not begin with {@code /v1/} or has a query
   */
  public List<FakeRequest> requests(String method, String path) {
    Stubs.PathTemplate template = Stubs.PathTemplate.of(path);
    return requests().stream()
        .filter(request -> request.method().equals(method))
        .filter(request -> template.matches(request.path().replaceFirst("\\?.*", "")))
        .toList();
  }

  /**
   * Forgets everything but the settings of the builder: users, sessions, organizations, API keys,
   * machines and their tokens, stubs, faults, the requests so far, and how far the clock was moved.
   * The URL stays, and the key that signs tokens.
   */
  public void reset() {
    state = new FakeState(settings, SECRET_KEY, tokenKey);
  }

  /**
   * Returns a signer of tokens of this server's instance, which {@code GET /v1/jwks} has the key
   * of. Its clock is this server's. It signs any claims: users and organizations need not have been
   * added.
   */
  public TokenSigner tokens() {
    return tokens;
  }

  /**
   * Returns this server's clock, for what should see that {@link #advance} moved it, such as {@code
   * TokenVerifier.builder().clock(..)}.
   */
  public Clock clock() {
    return clock;
  }

  /**
   * Adds a machine, and returns its secret key, with which M2M tokens are created and verified. The
   * secret key of the instance verifies those of every machine; one that is created with it is of a
   * machine of no name.
   *
   * @param machineId for example {@code mch_1}
   * @param scopes the machines that it may call, for example {@code mch_2}
   */
  public String addMachine(String machineId, String... scopes) {
    return state.m2mTokens.addMachine(
        Objects.requireNonNull(machineId, "machineId"), List.of(scopes));
  }

  /**
   * Issues an opaque OAuth access token, as BAPI itself has no operation for; it expires after a
   * day. Of one that is expired or revoked, the verification says only that it is not active.
   *
   * @param userId a user that was added before, for example {@code user_123}
   * @param clientId of the application, for example {@code client_123}
   * @param scopes for example {@code profile}
   * @return the token, for example {@code oat_secret_...}
   * @throws IllegalArgumentException if there is no such user
   */
  public String issueOAuthToken(String userId, String clientId, String... scopes) {
    if (state.users.find(userId).isEmpty()) {
      throw new IllegalArgumentException("there is no user " + userId + " who could have a token");
    }
    return state.oauthTokens.issue(
        userId, Objects.requireNonNull(clientId, "clientId"), List.of(scopes));
  }

  /**
   * Revokes an OAuth access token.
   *
   * @param token what {@link #issueOAuthToken} returned
   * @throws IllegalArgumentException if it is none of those
   */
  public void revokeOAuthToken(String token) {
    state.oauthTokens.revoke(token);
  }

  /**
   * Moves this server's clock forward, so that locks and sessions expire and a rate limit admits
   * requests again, without waiting.
   *
   * @param time for example {@code Duration.ofHours(2)}
   */
  public void advance(Duration time) {
    state.clock.advance(time);
  }

  /** Turns the instance's account lockout on or off. If off, lock and unlock get 403. */
  public void setLockoutEnabled(boolean enabled) {
    state.users.setLockoutEnabled(enabled);
  }

  /**
   * Lets the next requests fail, one fault each, in this order. Faults that were queued earlier
   * come first.
   */
  public void failNext(FakeFault... next) {
    state.faults.addAll(List.of(next));
  }

  /** Lets the next {@code times} requests fail in the same way. */
  public void failNext(int times, FakeFault fault) {
    for (int i = 0; i < times; i++) {
      failNext(fault);
    }
  }

  /**
   * Lets a share of the requests fail from now on, at random but repeatably; see {@link
   * FakeBapiBuilder#seed}. Faults queued by {@link #failNext} and the rate limit take precedence.
   *
   * @param share 0 to 1, for example 0.05; 0 turns it off
   * @param kinds all equally likely; repeat one to make it likelier
   * @throws IllegalArgumentException if the share is below 0 or above 1, or if it is above 0 and no
   *     kind is given
   */
  public void failAtRate(double share, FakeFault... kinds) {
    state.faults.atRate(share, List.of(kinds));
  }

  /**
   * Delays every response from now on, and every reset in place of one. The requests themselves are
   * carried out without delay. This is real time: {@link #advance} does not shorten it, and the
   * delay of {@link FakeFault#delay} is added to it. Delayed responses occupy no threads.
   *
   * @param delay whole milliseconds, for example {@code Duration.ofMillis(40)}; zero turns it off
   * @throws IllegalArgumentException if it is negative or longer than 24 days
   */
  public void setLatency(Duration delay) {
    state.latency.set(delay, delay);
  }

  /**
   * Delays every response from now on by a random time from a range; see {@link
   * #setLatency(Duration)}.
   *
   * @param min whole milliseconds, for example {@code Duration.ofMillis(20)}
   * @param max whole milliseconds, inclusive, for example {@code Duration.ofMillis(200)}
   * @throws IllegalArgumentException if a delay is negative, longer than 24 days, or if {@code min}
   *     is the longer one
   */
  public void setLatency(Duration min, Duration max) {
    state.latency.set(min, max);
  }

  /**
   * Returns how many requests the rate limit refused, without those that {@link
   * FakeFault#rateLimited} refused.
   */
  public long rateLimitedRequests() {
    return state.gate.rateLimited();
  }

  /** Returns the latest 10,000 requests, failed ones included, oldest first. */
  public List<FakeRequest> requests() {
    return state.log.all();
  }

  /** Stops the server and drops delayed responses; a second time does nothing. */
  @Override
  public void close() {
    server.close();
  }
}
