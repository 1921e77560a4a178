package dev.clerkbapi.bulk;

import dev.clerkbapi.ClerkClient;
import java.util.Collection;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Locks or unlocks any number of users, several at once, and reports each outcome as soon as it is
 * known. Thread-safe; holds no state of a run.
 *
 * <pre>{@code
 * try (Stream<LockOutcome> outcomes = BulkLock.of(clerk).lockUsers(ids, LockOptions.defaults())) {
 *   outcomes.forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>Nothing is sent before the stream is read, and then only slightly more than its reader asks
 * for; IDs are read one after the other, on the reader's thread. Memory does not grow with their
 * number. An ID given twice is worked on twice. Outcomes come in no particular order.
 *
 * <p>Requests keep to the client's {@link dev.clerkbapi.RateLimit}, or else to {@link
 * dev.clerkbapi.RateLimit#forKey} of its key, and are retried as the client's other calls are.
 * While BAPI takes no requests, the run pauses, and its users wait, see {@link
 * LockOptionsBuilder#giveUpAfter}.
 *
 * <p>No single user ends the run. These do: the secret key is not valid; BAPI took no requests for
 * too long; the stream is closed; the thread that reads it is interrupted; the client is closed;
 * the iterator, the predicate of protected users, the audit or the rate limit throws anything (of
 * the rate limit: anything but a {@link RuntimeException}), which the stream throws after the
 * outcomes of the requests that were under way. Every ID that was read by then still gets its
 * outcome, mostly {@link LockOutcome.Skipped}; {@link LockProgress#unread()} returns how many IDs
 * were not read.
 *
 * <p>After an interrupt nothing further is sent; the requests under way get up to 5 s for their
 * responses, which become outcomes as usual, and are then cut off: their outcome is mostly {@link
 * LockOutcome.Unknown}. A second interrupt cuts them off at once. Close the stream: that, too, cuts
 * off the requests under way, and ends the threads; the audit still gets every outcome.
 */
public final class BulkLock {
  private static final long UNKNOWN = -1;

  private final ClerkClient clerk;
  private final BulkTime time;

  BulkLock(ClerkClient clerk, BulkTime time) {
    this.clerk = Objects.requireNonNull(clerk, "clerk");
    this.time = time;
  }

  /**
   * Returns the bulk lock of a client.
   *
   * @param clerk such as {@code ClerkClient.fromEnv()}; closing it ends the runs
   */
  public static BulkLock of(ClerkClient clerk) {
    return new BulkLock(clerk, BulkTime.SYSTEM);
  }

  /**
   * Locks users.
   *
   * @param userIds such as {@code List.of("user_1", "user_2")}; its size is the total that {@link
   *     LockProgress} reports
   * @param options such as {@code LockOptions.builder().readFirst(true).build()}
   */
  public Stream<LockOutcome> lockUsers(Collection<String> userIds, LockOptions options) {
    return run(BulkAction.LOCK, userIds.iterator(), userIds.size(), options);
  }

  /**
   * Locks users.
   *
   * @param userIds such as {@code Files.lines(path)}; closed when the returned stream is
   * @param options such as {@code LockOptions.defaults()}
   */
  public Stream<LockOutcome> lockUsers(Stream<String> userIds, LockOptions options) {
    return lockUsers(userIds.iterator(), options).onClose(userIds::close);
  }

  /**
   * Locks users.
   *
   * @param userIds read until its end; may be endless
   * @param options such as {@code LockOptions.defaults()}
   */
  public Stream<LockOutcome> lockUsers(Iterator<String> userIds, LockOptions options) {
    return run(BulkAction.LOCK, userIds, UNKNOWN, options);
  }

  /** Unlocks users; the parameters are those of {@link #lockUsers(Collection, LockOptions)}. */
  public Stream<LockOutcome> unlockUsers(Collection<String> userIds, LockOptions options) {
    return run(BulkAction.UNLOCK, userIds.iterator(), userIds.size(), options);
  }

  /** Unlocks users; the parameters are those of {@link #lockUsers(Stream, LockOptions)}. */
  public Stream<LockOutcome> unlockUsers(Stream<String> userIds, LockOptions options) {
    return unlockUsers(userIds.iterator(), options).onClose(userIds::close);
  }

  /** Unlocks users; the parameters are those of {@link #lockUsers(Iterator, LockOptions)}. */
  public Stream<LockOutcome> unlockUsers(Iterator<String> userIds, LockOptions options) {
    return run(BulkAction.UNLOCK, userIds, UNKNOWN, options);
  }

  private Stream<LockOutcome> run(
      BulkAction action, Iterator<String> ids, long total, LockOptions options) {
    Objects.requireNonNull(ids, "userIds");
    return new BulkRun(BulkParts.of(clerk, time, action, ids, total, options), options).stream();
  }
}
