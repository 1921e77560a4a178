package dev.clerkbapi.testing;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

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
 * <p>It knows {@code GET /users}, {@code GET /users/{id}} and {@code POST /users/{id}/lock}, {@code
 * unlock}, {@code ban} and {@code unban}; to everything else it answers 404. It starts without
 * users. Thread-safe.
 */
public final class FakeBapi implements AutoCloseable {
  private static final String SECRET_KEY = "sk_test_fakebapi";

  private final WireMockServer server;
  private final String baseUrl;
  private final MovableClock clock;
  private final UserStore users;
  private final FaultQueue faults;
  private final RequestLog log;

  FakeBapi(FakeBapiBuilder builder) {
    this.clock = new MovableClock(builder.clock);
    this.users = new UserStore(clock, builder.lockDuration, builder.lockoutEnabled);
    this.faults = new FaultQueue();
    this.log = new RequestLog();
    this.server = Wire.start(new Gate(SECRET_KEY, new Routes(users), faults, log));
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
   * the new one says so.
   */
  public void addUser(FakeUser user) {
    users.put(Objects.requireNonNull(user, "user"));
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

  /** Moves this server's clock forward, so that locks expire without waiting. */
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

  /** The latest 10,000 requests, oldest first, those that failed among them. */
  public List<FakeRequest> requests() {
    return log.all();
  }

  /** Stops listening. Doing so twice does no harm. */
  @Override
  public void close() {
    server.stop();
  }
}
