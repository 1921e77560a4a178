package dev.clerkbapi.cli;

import dev.clerkbapi.bulk.LockAudit;
import dev.clerkbapi.bulk.LockRecord;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a person sees of a run while it goes on. Thread-safe. */
final class RunDisplay {
  private final Console console;
  private final boolean plain;
  private final Notices notices;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private Optional<ProgressView> view = Optional.empty();
  private boolean isInterrupted;

  RunDisplay(Console console, boolean plain, Notices notices) {
    this.console = console;
    this.plain = plain;
    this.notices = notices;
  }

  /** Starts to show the progress; close the view at the end. */
  synchronized ProgressView begin(long total) {
    ProgressView started = ProgressView.of(console, plain || isInterrupted, total);
    view = Optional.of(started);
    return started;
  }

  /** Returns an audit that also tells this whose requests are under way. */
  LockAudit watching(LockAudit audit) {
    return new LockAudit() {
      @Override
      public void intended(LockRecord entry) {
        audit.intended(entry);
        underWay.add(entry.userId());
      }

      @Override
      public void ended(LockRecord entry) {
        underWay.remove(entry.userId());
        audit.ended(entry);
      }
    };
  }

  /** Ends the progress, so that no frame of it lands in what is printed after it. */
  synchronized void interrupted() {
    isInterrupted = true;
    view.ifPresent(ProgressView::close);
    Interruption.announce(notices, underWay::size);
  }
}
