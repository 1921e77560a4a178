package dev.clerkbapi;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** How {@link Users#lockUsers} and {@link Users#unlockUsers} go about it. Immutable. */
public final class LockOptions {
  private final int concurrency;
  private final boolean readAhead;
  private final boolean dryRun;
  private final boolean revokeSessions;
  private final Predicate<String> isProtected;
  private final Optional<String> reason;
  private final LockAudit audit;
  private final Consumer<LockProgress> progress;

  LockOptions(LockOptionsBuilder builder) {
    this.concurrency = builder.concurrency;
    this.readAhead = builder.readAhead;
    this.dryRun = builder.dryRun;
    this.revokeSessions = builder.revokeSessions;
    this.isProtected = builder.isProtected;
    this.reason = Optional.ofNullable(builder.reason);
    this.audit = builder.audit;
    this.progress = builder.progress;
  }

  /** Returns the options that nobody changed: 16 requests at once, and nothing else. */
  public static LockOptions defaults() {
    return builder().build();
  }

  /** Returns a builder that starts with the defaults. */
  public static LockOptionsBuilder builder() {
    return new LockOptionsBuilder();
  }

  int concurrency() {
    return concurrency;
  }

  /** A dry run sends nothing but reads. */
  boolean readsFirst() {
    return readAhead || dryRun;
  }

  boolean dryRun() {
    return dryRun;
  }

  boolean revokeSessions() {
    return revokeSessions;
  }

  boolean isProtected(String userId) {
    return isProtected.test(userId);
  }

  Optional<String> reason() {
    return reason;
  }

  LockAudit audit() {
    return audit;
  }

  Consumer<LockProgress> progress() {
    return progress;
  }
}
