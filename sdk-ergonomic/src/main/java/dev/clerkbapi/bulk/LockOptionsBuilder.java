package dev.clerkbapi.bulk;

import dev.clerkbapi.ClerkClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Collects {@link LockOptions}. Not thread-safe. */
public final class LockOptionsBuilder {
  private static final int MOST_AT_ONCE = ClerkClient.MAX_CONCURRENT_REQUESTS;

  private static final Duration LONGEST = Duration.ofDays(365);

  int concurrency;
  Duration giveUpAfter = Duration.ofMinutes(10);
  boolean readFirst;
  boolean dryRun;
  boolean revokeSessions;
  Predicate<String> isProtected = userId -> false;
  @Nullable String reason;
  LockAudit audit = LockAudit.NONE;
  Consumer<LockProgress> progress = event -> {};
  Clock clock = Clock.systemUTC();

  LockOptionsBuilder() {}

  /**
   * Sets how many users are worked on at once. By default the run finds out: it starts with 16, and
   * follows the rate and the latency that it sees, up to 64, so that the client's {@link
   * dev.clerkbapi.RateLimit} is what bounds the requests per second. A fixed number bounds it too:
   * no more than that many requests in the time that one takes, such as 32 a second with 16 users
   * and 500 ms.
   *
   * @param users from 1 to 64, such as {@code 32}
   * @throws IllegalArgumentException if it is out of bounds
   */
  public LockOptionsBuilder concurrency(int users) {
    if (users < 1 || users > MOST_AT_ONCE) {
      throw new IllegalArgumentException(
          "concurrency is from 1 to " + MOST_AT_ONCE + ", not " + users);
    }
    this.concurrency = users;
    return this;
  }

  /**
   * Sets how long the run waits for an API that takes no requests; 10 minutes by default.
   *
   * <p>The run pauses while BAPI responds with 429, 502, 503 or 504, or no connection can be made;
   * {@link LockProgress#pause()} reports it. Its users wait, and one request after the other is
   * sent to see whether BAPI is back: after 1 s, 2 s and so on up to 32 s, or after the time that
   * BAPI asks for, at most 60 s. A request that finds no permit in the client's {@link
   * dev.clerkbapi.RateLimit} before its timeout waits too, while the others go on. If this lasts
   * for the given time without a single success, the run ends, and users to whom nothing was sent
   * are {@link LockOutcome.Skipped} with {@link LockOutcome.Skipped.Reason#GAVE_UP}.
   *
   * <p>A lock or unlock is sent again also where BAPI may have carried out the first one (503 and
   * the like, as in the client's own retries), because twice has the effect of once. But if all its
   * responses were lost, it is not repeated: it is {@link LockOutcome.Unknown}.
   *
   * @param withoutSuccess such as {@code Duration.ofMinutes(30)}; zero gives up at the first such
   *     failure
   * @throws IllegalArgumentException if it is negative
   */
  public LockOptionsBuilder giveUpAfter(Duration withoutSuccess) {
    if (withoutSuccess.isNegative()) {
      throw new IllegalArgumentException(
          "giveUpAfter must not be negative, but is " + withoutSuccess);
    }
    this.giveUpAfter = withoutSuccess.compareTo(LONGEST) > 0 ? LONGEST : withoutSuccess;
    return this;
  }

  /**
   * Reads the users first, 100 in a request, so that users already locked are skipped and reported
   * as {@link LockOutcome.AlreadyLocked}; off by default. Without it nobody can tell who was locked
   * before: BAPI's response to a lock does not say. A user who cannot be read, although others can,
   * is locked all the same; their {@link LockRecord#wasLocked()} is empty.
   */
  public LockOptionsBuilder readFirst(boolean read) {
    this.readFirst = read;
    return this;
  }

  /**
   * Reads, and reports what would be done, but changes nothing; off by default. Users who cannot be
   * read are {@link LockOutcome.Failed} or {@link LockOutcome.Refused}.
   */
  public LockOptionsBuilder dryRun(boolean dry) {
    this.dryRun = dry;
    return this;
  }

  /**
   * Revokes the active sessions of each user who is locked, because a lock does not end them; off
   * by default. Costs a request a user, and one a session. No effect on unlocking.
   */
  public LockOptionsBuilder revokeSessions(boolean revoke) {
    this.revokeSessions = revoke;
    return this;
  }

  /**
   * Never touches these users, such as the administrators who must be able to sign in. Adds to the
   * users who are protected already.
   *
   * @param userIds copied
   */
  public LockOptionsBuilder protect(Collection<String> userIds) {
    Set<String> copy = Set.copyOf(userIds);
    return protect(copy::contains);
  }

  /**
   * Never touches the users for whose ID this is true, either. Called on the thread that reads the
   * IDs.
   */
  public LockOptionsBuilder protect(Predicate<String> userIds) {
    this.isProtected = isProtected.or(Objects.requireNonNull(userIds, "userIds"));
    return this;
  }

  /**
   * Sets why this is done, for the audit; not sent to BAPI.
   *
   * @param why such as {@code credential stuffing, INC-1234}
   */
  public LockOptionsBuilder reason(String why) {
    this.reason = Objects.requireNonNull(why, "reason");
    return this;
  }

  /** Sets the audit, which records each intent and each outcome; none by default. */
  public LockOptionsBuilder audit(LockAudit sink) {
    this.audit = Objects.requireNonNull(sink, "audit");
    return this;
  }

  /**
   * Sets the listener that is notified of the progress: after each outcome, when a pause begins,
   * and once at the end, on the thread that reads the stream. If it throws, that is logged, and the
   * run goes on.
   */
  public LockOptionsBuilder onProgress(Consumer<LockProgress> listener) {
    this.progress = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /** Sets the clock for the times in the audit's records; the system's in UTC by default. */
  public LockOptionsBuilder clock(Clock source) {
    this.clock = Objects.requireNonNull(source, "clock");
    return this;
  }

  /** Returns the options. */
  public LockOptions build() {
    return new LockOptions(this);
  }
}
