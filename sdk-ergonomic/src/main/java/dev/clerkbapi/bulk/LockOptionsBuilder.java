package dev.clerkbapi.bulk;

import dev.clerkbapi.ClerkClient;
import java.time.Clock;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Collects {@link LockOptions}. Not thread-safe. */
public final class LockOptionsBuilder {
  private static final int MOST_AT_ONCE = ClerkClient.MAX_CONCURRENT_REQUESTS;

  int concurrency = 16;
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
   * Sets how many users are worked on at once; 16 by default. The client's {@link
   * dev.clerkbapi.RateLimit} decides how many requests that makes in a second.
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
   * Reads the users first, 100 in a request, so that users already locked are skipped and reported
   * as {@link LockOutcome.AlreadyLocked}; off by default. Without it nobody can tell who was locked
   * before: BAPI's response to a lock does not say.
   */
  public LockOptionsBuilder readFirst(boolean read) {
    this.readFirst = read;
    return this;
  }

  /** Reads, and reports what would be done, but changes nothing; off by default. */
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

  /** Writes down what is about to be done and what came of it; nothing is written by default. */
  public LockOptionsBuilder audit(LockAudit sink) {
    this.audit = Objects.requireNonNull(sink, "audit");
    return this;
  }

  /**
   * Adds a listener that is notified of the progress, after each outcome and once at the end, on
   * the thread that reads the stream.
   */
  public LockOptionsBuilder onProgress(Consumer<LockProgress> listener) {
    this.progress = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /** Sets the clock that the entries for the audit are stamped by; UTC of the system by default. */
  public LockOptionsBuilder clock(Clock source) {
    this.clock = Objects.requireNonNull(source, "clock");
    return this;
  }

  /** Returns the options. */
  public LockOptions build() {
    return new LockOptions(this);
  }
}
