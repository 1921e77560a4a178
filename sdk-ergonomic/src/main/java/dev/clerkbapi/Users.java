package dev.clerkbapi;

import dev.clerkbapi.api.UsersApi;
import dev.clerkbapi.internal.Environment;
import dev.clerkbapi.internal.Limiter;
import dev.clerkbapi.model.User;
import java.util.Collection;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Locks, unlocks, bans, unbans and reads users. Thread-safe.
 *
 * <p>Locked, banned, deprovisioned and unknown are four different things. Every method returns the
 * user as it is after the call, and throws, besides what its own documentation says:
 *
 * <ul>
 *   <li>{@link IllegalArgumentException} if the ID is null or blank, is {@code .} or {@code ..}, or
 *       has white space, a slash, a backslash or a control character; nothing is sent
 *   <li>{@link IllegalStateException} if the client is closed; nothing is sent
 *   <li>{@link dev.clerkbapi.errors.ClerkApiException.Unauthenticated} if the secret key is not
 *       valid
 *   <li>{@link dev.clerkbapi.errors.ClerkApiException.RateLimited} if the instance's limit (per 10
 *       s: 1000 requests with a live key, 100 with a test key) is used up for longer than the call
 *       may wait
 *   <li>any other {@link dev.clerkbapi.errors.ClerkException}: a failure of BAPI or on the way to
 *       it
 * </ul>
 *
 * <p>Sent twice, each of these calls leaves the user as locked or banned as sent once, so the
 * client repeats them after failures, within its {@link RetryPolicy}.
 */
public final class Users {
  private static final long UNKNOWN = -1;

  private final ClerkClient client;
  private @Nullable Limiter bulkBudget;

  Users(ClerkClient client) {
    this.client = client;
  }

  /**
   * Keeps a user from starting a new sign-in until the lock expires or someone unlocks them.
   *
   * <p>A lock lasts 1 hour unless the application's attack protection settings say otherwise; they
   * can say that it never expires. Clerk does not document that locking ends the sessions that the
   * user has; {@linkplain #banUser banning} revokes them.
   *
   * @param userId such as {@code user_123}
   * @throws dev.clerkbapi.errors.ClerkApiException.NotFound if the instance has no such user
   * @throws dev.clerkbapi.errors.ClerkApiException.PermissionDenied if account lockout is off for
   *     the instance, or the key may not do this
   * @throws dev.clerkbapi.errors.ClerkApiException.Conflict if another request is changing the user
   */
  public User lockUser(String userId) {
    return client.call(api().lockUser(userId));
  }

  /**
   * Lets a locked user sign in again, before the lock expires by itself.
   *
   * @param userId such as {@code user_123}
   * @throws dev.clerkbapi.errors.ClerkApiException.NotFound if the instance has no such user
   * @throws dev.clerkbapi.errors.ClerkApiException.PermissionDenied if the key may not do this, or
   *     the feature is off for the instance
   */
  public User unlockUser(String userId) {
    return client.call(api().unlockUser(userId));
  }

  /**
   * Revokes all of a user's sessions, and keeps the user from signing in until someone unbans them.
   *
   * @param userId such as {@code user_123}
   * @throws dev.clerkbapi.errors.ClerkApiException.NotFound if the instance has no such user
   * @throws dev.clerkbapi.errors.ClerkApiException.PaymentRequired if the instance's plan does not
   *     include banning
   */
  public User banUser(String userId) {
    return client.call(api().banUser(userId));
  }

  /**
   * Lets a banned user sign in again.
   *
   * @param userId such as {@code user_123}
   * @throws dev.clerkbapi.errors.ClerkApiException.NotFound if the instance has no such user
   * @throws dev.clerkbapi.errors.ClerkApiException.PaymentRequired if the instance's plan does not
   *     include banning
   */
  public User unbanUser(String userId) {
    return client.call(api().unbanUser(userId));
  }

  /**
   * Reads a user, and changes nothing.
   *
   * @param userId such as {@code user_123}
   * @throws dev.clerkbapi.errors.ClerkApiException.NotFound if the instance has no such user
   */
  public User getUser(String userId) {
    return client.call(api().getUser(userId));
  }

  /**
   * Locks any number of users, several at once, and tells of each what became of it as soon as that
   * is known; see {@link #lockUsers(Iterator, LockOptions)}.
   *
   * @param userIds such as {@code List.of("user_1", "user_2")}; the total for {@link LockProgress}
   */
  public Stream<LockOutcome> lockUsers(Collection<String> userIds, LockOptions options) {
    return bulk(BulkAction.LOCK, userIds.iterator(), userIds.size(), options);
  }

  /**
   * Locks the users of a stream; see {@link #lockUsers(Iterator, LockOptions)}.
   *
   * @param userIds such as {@code Files.lines(path)}; closed when the returned stream is
   */
  public Stream<LockOutcome> lockUsers(Stream<String> userIds, LockOptions options) {
    return lockUsers(userIds.iterator(), options).onClose(userIds::close);
  }

  /**
   * Locks any number of users, several at once, and tells of each what became of it as soon as that
   * is known, in no particular order.
   *
   * <pre>{@code
   * try (Stream<LockOutcome> outcomes = clerk.users().lockUsers(ids, LockOptions.defaults())) {
   *   outcomes.forEach(System.out::println);
   * }
   * }</pre>
   *
   * <p>Nothing is sent before the stream is read, and no more than its reader asks for but for a
   * few; IDs are read one after the other, on the reader's thread. Memory does not grow with their
   * number. An ID given twice is worked on twice. Requests keep to the client's {@link RateLimit},
   * or else to {@link RateLimit#forKey} of its key, and are retried as the client's other calls
   * are.
   *
   * <p>No single user ends the run. These do: the secret key is not valid; the stream is closed;
   * the thread that reads it is interrupted; the client is closed; the iterator or the audit
   * throws, which leaves the stream after the outcomes of what was under way. What was in hand then
   * has its outcome, mostly {@link LockOutcome.Skipped}; how many IDs were not even read is told by
   * {@link LockProgress#unread()}. Close the stream: it ends the requests under way and the
   * threads.
   *
   * @param userIds read until its end; may be endless
   * @param options such as {@code LockOptions.builder().readAhead(true).build()}
   */
  public Stream<LockOutcome> lockUsers(Iterator<String> userIds, LockOptions options) {
    return bulk(BulkAction.LOCK, userIds, UNKNOWN, options);
  }

  /** Unlocks users; everything else is as for {@link #lockUsers(Collection, LockOptions)}. */
  public Stream<LockOutcome> unlockUsers(Collection<String> userIds, LockOptions options) {
    return bulk(BulkAction.UNLOCK, userIds.iterator(), userIds.size(), options);
  }

  /** Unlocks users; everything else is as for {@link #lockUsers(Stream, LockOptions)}. */
  public Stream<LockOutcome> unlockUsers(Stream<String> userIds, LockOptions options) {
    return unlockUsers(userIds.iterator(), options).onClose(userIds::close);
  }

  /** Unlocks users; everything else is as for {@link #lockUsers(Iterator, LockOptions)}. */
  public Stream<LockOutcome> unlockUsers(Iterator<String> userIds, LockOptions options) {
    return bulk(BulkAction.UNLOCK, userIds, UNKNOWN, options);
  }

  private Stream<LockOutcome> bulk(
      BulkAction action, Iterator<String> ids, long total, LockOptions options) {
    Environment environment = client.settings().environment();
    BulkAudit audit = new BulkAudit(action, options, environment.clock());
    BulkCalls calls = new ClientBulkCalls(client.engine(), bulkBudget());
    BulkWorker worker = new BulkWorker(calls, action, options, audit);
    BulkReader reader = new BulkReader(calls, worker, audit);
    BulkMeter meter = new BulkMeter(total, environment, options.progress());
    BulkSource source = new BulkSource(ids, worker, options, meter);
    return new BulkRun(source, reader, worker, options, meter).stream();
  }

  /** One for all runs, because the limit is the instance's. */
  private synchronized Limiter bulkBudget() {
    Limiter known = bulkBudget;
    if (known == null) {
      known = Limiters.of(RateLimit.forKey(client.settings().secretKey()));
      bulkBudget = known;
    }
    return known;
  }

  private UsersApi api() {
    return client.api(UsersApi.class);
  }
}
