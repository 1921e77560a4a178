package dev.clerkbapi.testing;

import dev.clerkbapi.testing.internal.http.LoopServer;
import java.time.Duration;
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
 * <p>It supports
 *
 * <ul>
 *   <li>{@code GET /users}, sorted by {@code order_by}, and {@code GET /users/count}, with all
 *       filters but {@code organization_id}, {@code provider}, {@code provider_user_id} and {@code
 *       starting_after}; {@code GET /users/{id}};
 *   <li>{@code POST /users/{id}/lock}, {@code unlock}, {@code ban} and {@code unban}: banning
 *       revokes the user's active sessions, locking does not;
 *   <li>{@code GET /sessions} ({@code user_id}, {@code client_id}, {@code status}), {@code GET
 *       /sessions/{id}} and {@code POST /sessions/{id}/revoke};
 *   <li>{@code GET /instance}.
 * </ul>
 *
 * <p>Lists take {@code limit} and {@code offset}. What it cannot honour, such as another filter of
 * users, gets 501 and a message that says what it can. Every other request gets 404. It starts
 * without users.
 *
 * <p>For load tests it enforces a {@linkplain FakeBapiBuilder#rateLimit rate limit}, fails a
 * {@linkplain #failAtRate share} of the requests, and {@linkplain #setLatency(Duration) delays}
 * responses without a thread for each. Thread-safe.
 */
public final class FakeBapi implements AutoCloseable {
  private static final String SECRET_KEY = "sk_test_fakebapi";

  private final LoopServer server;
  private final String baseUrl;
  private final MovableClock clock;
  private final UserStore users;
  private final SessionStore sessions;
  private final Faults faults;
  private final Latency latency;
  private final RequestLog log;
  private final Gate gate;

  FakeBapi(FakeBapiBuilder builder) {
    this.clock = new MovableClock(builder.clock);
    this.sessions = new SessionStore(clock);
    this.users = new UserStore(clock, sessions, builder.lockDuration, builder.lockoutEnabled);
    this.faults = new Faults(builder.seed);
    this.latency = new Latency(builder.seed);
    this.log = new RequestLog();
    latency.set(builder.minLatency, builder.maxLatency);
    RateLimit limit = new RateLimit(builder.rateLimit, builder.rateLimitWindow, clock);
    InstanceRoutes instance = new InstanceRoutes(builder.instanceId, builder.environmentType);
    Routes routes = new Routes(instance, users, sessions, builder.longestUrl);
    this.gate = new Gate(SECRET_KEY, routes, faults, limit, latency, log);
    this.server = LoopServer.start(gate);
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
    users.put(Objects.requireNonNull(user, "user"));
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
    if (users.find(userId).isEmpty()) {
      throw new IllegalArgumentException(
          "there is no user " + userId + " who could have a session");
    }
    sessions.put(userId, Objects.requireNonNull(sessionId, "sessionId"));
  }

  /**
   * Returns whether a session is neither revoked nor expired, by this server's clock; false if
   * there is no such session.
   *
   * @param sessionId for example {@code sess_123}
   */
  public boolean isSessionActive(String sessionId) {
    return sessions.isActive(sessionId);
  }

  /**
   * Returns whether a user is locked now, by this server's clock; false if there is no such user.
   */
  public boolean isLocked(String userId) {
    return users.find(userId).map(user -> user.isLocked(clock.instant())).orElse(false);
  }

  /** Returns whether a user is banned; false if there is no such user. */
  public boolean isBanned(String userId) {
    return users.find(userId).map(StoredUser::isBanned).orElse(false);
  }

  /**
   * Returns how many lock requests for a user were carried out, including those whose response was
   * lost; 0 if there is no such user. Unlike {@link #requests()}, this counts all of them.
   *
   * @param userId for example {@code user_123}
   */
  public int lockCount(String userId) {
    return users.find(userId).map(StoredUser::lockCount).orElse(0);
  }

  /**
   * Returns a copy of the {@linkplain #lockCount lock counts} by user ID, without the users that no
   * request locked.
   */
  public Map<String, Integer> lockCounts() {
    return users.lockCounts();
  }

  /**
   * Moves this server's clock forward, so that locks and sessions expire and a rate limit admits
   * requests again, without waiting.
   *
   * @param time for example {@code Duration.ofHours(2)}
   */
  public void advance(Duration time) {
    clock.advance(time);
  }

  /** Turns the instance's account lockout on or off. If off, lock and unlock get 403. */
  public void setLockoutEnabled(boolean enabled) {
    users.setLockoutEnabled(enabled);
  }

  /**
   * Lets the next requests fail, one fault each, in this order. Faults that were queued earlier
   * come first.
   */
  public void failNext(FakeFault... next) {
    faults.addAll(List.of(next));
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
    faults.atRate(share, List.of(kinds));
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
    latency.set(delay, delay);
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
    latency.set(min, max);
  }

  /**
   * Returns how many requests the rate limit refused, without those that {@link
   * FakeFault#rateLimited} refused.
   */
  public long rateLimitedRequests() {
    return gate.rateLimited();
  }

  /** Returns the latest 10,000 requests, failed ones included, oldest first. */
  public List<FakeRequest> requests() {
    return log.all();
  }

  /** Stops the server and drops delayed responses; a second time does nothing. */
  @Override
  public void close() {
    server.close();
  }
}
