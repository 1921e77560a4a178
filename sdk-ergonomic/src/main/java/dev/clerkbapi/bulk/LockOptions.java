package dev.clerkbapi.bulk;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The options of a run of {@link BulkLock}. Immutable. */
public final class LockOptions {
  private final int concurrency;
  private final Duration giveUpAfter;
  private final boolean readFirst;
  private final boolean dryRun;
  private final boolean revokeSessions;
  private final Predicate<String> isProtected;
  private final Optional<String> reason;
  private final LockAudit audit;
  private final Consumer<LockProgress> progress;
  private final Clock clock;

  LockOptions(LockOptionsBuilder builder) {
    this.concurrency = builder.concurrency;
    this.giveUpAfter = builder.giveUpAfter;
    this.readFirst = builder.readFirst;
    this.dryRun = builder.dryRun;
    this.revokeSessions = builder.revokeSessions;
    this.isProtected = builder.isProtected;
    this.reason = Optional.ofNullable(builder.reason);
    this.audit = builder.audit;
    this.progress = builder.progress;
    this.clock = builder.clock;
  }

  /** Returns the default options: lock, without reading first, and give up after 10 minutes. */
  public static LockOptions defaults() {
    return builder().build();
  }

  /** Returns a builder that starts with the defaults. */
  public static LockOptionsBuilder builder() {
    return new LockOptionsBuilder();
  }

  /** Returns 0 where it is to follow the rate and the latency. */
  int concurrency() {
    return concurrency;
  }

  Duration giveUpAfter() {
    return giveUpAfter;
  }

  /** A dry run sends nothing but reads. */
  boolean readsFirst() {
    return readFirst || dryRun;
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

  Clock clock() {
    return clock;
  }

  Consumer<LockProgress> progress() {
    return progress;
  }
}
