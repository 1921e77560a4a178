package dev.clerkbapi.testing;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A stand-in for Clerk's Backend API on a free port of this machine: it holds users, locks and bans
 * them, and answers as BAPI does, errors included.
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
 * <p>It knows
 *
 * <ul>
 *   <li>{@code GET /users} and {@code GET /users/count} (of the filters only {@code user_id}, up to
 *       100 times), {@code GET /users/{id}};
 *   <li>{@code POST /users/{id}/lock}, {@code unlock}, {@code ban} and {@code unban}: banning
 *       revokes the user's active sessions, locking does not;
 *   <li>{@code GET /sessions} ({@code user_id}, {@code client_id}, {@code status}), {@code GET
 *       /sessions/{id}} and {@code POST /sessions/{id}/revoke};
 *   <li>{@code GET /instance}.
 * </ul>
 *
 * <p>Lists take {@code limit} and {@code offset}. To everything else it answers 404. It starts
 * without users.
 *
 * <p>For load tests it keeps a {@linkplain FakeBapiBuilder#rateLimit rate limit}, fails a
 * {@linkplain #failAtRate share} of the requests, and {@linkplain #setLatency(Duration) delays}
 * answers without holding a thread for each. Thread-safe.
 */
public final class FakeBapi implements AutoCloseable {
  private static final String SECRET_KEY = "sk_test_fakebapi";

  private final WireMockServer server;
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
    Routes routes = new Routes(instance, users, sessions);
    this.gate = new Gate(SECRET_KEY, routes, faults, limit, latency, log);
    this.server = Wire.start(gate);
    this.baseUrl = "http://127.0.0.1:" + server.port() + "/v1";
  }

  /** Starts one with the defaults: the system's clock, locks of 1 hour. */
  public static FakeBapi start() {
    return builder().start();
  }

  /** Starts to configure one. */
  public static FakeBapiBuilder builder() {
    return new FakeBapiBuilder();
  }

  /**
   * Where it listens, for {@code ClerkClient.builder().baseUrl(..)}, for example {@code
   * http://127.0.0.1:40123/v1}.
   */
  public String baseUrl() {
    return baseUrl;
  }

  /** The only key that it takes. To any other it answers 401. */
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
   * Adds a user, or replaces the one with the same ID, who is then neither locked nor banned unless
   * the new one says so, whose locks are counted anew, and whose sessions go on.
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
      throw new IllegalArgumentException("a session is of a user, and there is no " + userId);
    }
    sessions.put(userId, Objects.requireNonNull(sessionId, "sessionId"));
  }

  /**
   * Whether the session is neither revoked nor expired, by this server's clock. False for a session
   * that it does not hold.
   *
   * @param sessionId for example {@code sess_123}
   */
  public boolean isSessionActive(String sessionId) {
    return sessions.isActive(sessionId);
  }

  /**
   * Whether the user is locked now, by this server's clock. False for a user that it does not hold.
   */
  public boolean isLocked(String userId) {
    return users.find(userId).map(user -> user.isLocked(clock.instant())).orElse(false);
  }

  /** Whether the user is banned. False for a user that it does not hold. */
  public boolean isBanned(String userId) {
    return users.find(userId).map(StoredUser::isBanned).orElse(false);
  }

  /**
   * How many lock requests for this user were carried out, those with a lost answer among them.
   * Unlike {@link #requests()} this forgets none. 0 for a user that it does not hold.
   *
   * @param userId for example {@code user_123}
   */
  public int lockCount(String userId) {
    return users.find(userId).map(StoredUser::lockCount).orElse(0);
  }

  /**
   * How many lock requests were carried out for each user, by user ID; without the users that no
   * request locked. A copy.
   */
  public Map<String, Integer> lockCounts() {
    return users.lockCounts();
  }

  /**
   * Moves this server's clock forward, so that locks and sessions expire, and a rate limit has room
   * again, without waiting.
   */
  public void advance(Duration time) {
    clock.advance(time);
  }

  /** Turns the instance's lockout feature on or off; off, lock and unlock answer 403. */
  public void setLockoutEnabled(boolean enabled) {
    users.setLockoutEnabled(enabled);
  }

  /** Lets the next requests fail, one fault each, in this order, after those that still wait. */
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
   * Lets a share of the requests fail from now on, at random but the same in each run, see {@link
   * FakeBapiBuilder#seed}. What {@link #failNext} asked for comes first, then the rate limit.
   *
   * @param share 0 to 1, for example 0.05; 0 turns it off
   * @param kinds each as likely as any other; with repetitions, likelier
   * @throws IllegalArgumentException if the share is below 0 or above 1, or above 0 without a kind
   */
  public void failAtRate(double share, FakeFault... kinds) {
    faults.atRate(share, List.of(kinds));
  }

  /**
   * Delays every answer from now on, and every reset in place of one; the requests themselves are
   * carried out at once. This is real time, which {@link #advance} does not shorten. The delay of a
   * {@link FakeFault#delay} comes on top. Delayed answers hold no thread, however many there are.
   *
   * @param delay whole milliseconds, for example {@code Duration.ofMillis(40)}; zero turns it off
   * @throws IllegalArgumentException if it is negative or longer than 24 days
   */
  public void setLatency(Duration delay) {
    latency.set(delay, delay);
  }

  /**
   * Delays every answer from now on by a time of its own, drawn from a range; see {@link
   * #setLatency(Duration)}.
   *
   * @param min whole milliseconds, for example {@code Duration.ofMillis(20)}
   * @param max whole milliseconds, itself included, for example {@code Duration.ofMillis(200)}
   * @throws IllegalArgumentException if a delay is negative, longer than 24 days, or if {@code min}
   *     is the longer one
   */
  public void setLatency(Duration min, Duration max) {
    latency.set(min, max);
  }

  /**
   * How many requests the rate limit refused; those that {@link #failNext} refused do not count.
   */
  public long rateLimitedRequests() {
    return gate.rateLimited();
  }

  /** The latest 10,000 requests, oldest first, those that failed among them. */
  public List<FakeRequest> requests() {
    return log.all();
  }

  /** Stops listening; answers that are still delayed are not given. Doing so twice does no harm. */
  @Override
  public void close() {
    server.stop();
  }
}
