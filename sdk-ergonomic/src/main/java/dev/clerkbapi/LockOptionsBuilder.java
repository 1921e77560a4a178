package dev.clerkbapi;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Collects {@link LockOptions}. Not thread-safe. */
public final class LockOptionsBuilder {
  private static final int MOST_AT_ONCE = 64;

  int concurrency = 16;
  boolean readAhead;
  boolean dryRun;
  boolean revokeSessions;
  Predicate<String> isProtected = userId -> false;
  @Nullable String reason;
  LockAudit audit = LockAudit.NONE;
  Consumer<LockProgress> progress = event -> {};

  LockOptionsBuilder() {}

  /**
   * Sets how many users are worked on at once; 16 unless set. How many requests that makes in a
   * second is decided by the client's {@link RateLimit}.
   *
   * @param users from 1 to 64
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
   * Reads the users first, 100 in a request, so that who is locked already is left alone and told
   * as {@link LockOutcome.AlreadyLocked}; off unless set. Without it, BAPI's answer does not tell
   * who was locked before.
   */
  public LockOptionsBuilder readAhead(boolean read) {
    this.readAhead = read;
    return this;
  }

  /** Reads, and tells what would be done, but changes nothing; off unless set. */
  public LockOptionsBuilder dryRun(boolean dry) {
    this.dryRun = dry;
    return this;
  }

  /**
   * Revokes the active sessions of each user who is locked, because a lock does not end them; off
   * unless set. Costs a request a user, and one a session. No effect on unlocking.
   */
  public LockOptionsBuilder revokeSessions(boolean revoke) {
    this.revokeSessions = revoke;
    return this;
  }

  /**
   * Never touches these users, such as the administrators who must be able to sign in.
   *
   * @param userIds copied
   */
  public LockOptionsBuilder protect(Collection<String> userIds) {
    Set<String> copy = Set.copyOf(userIds);
    return protect(copy::contains);
  }

  /** Never touches the users for whose ID this is true. Asked on the thread that reads the IDs. */
  public LockOptionsBuilder protect(Predicate<String> userIds) {
    this.isProtected = Objects.requireNonNull(userIds, "userIds");
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

  /** Writes down what is about to be done and what came of it; nothing is written unless set. */
  public LockOptionsBuilder audit(LockAudit sink) {
    this.audit = Objects.requireNonNull(sink, "audit");
    return this;
  }

  /**
   * Hears how far it is, after each outcome and once at the end, on the thread that reads the
   * stream.
   */
  public LockOptionsBuilder onProgress(Consumer<LockProgress> listener) {
    this.progress = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /** Returns the options. */
  public LockOptions build() {
    return new LockOptions(this);
  }
}
