package dev.clerkbapi.cli.journal;

import dev.clerkbapi.bulk.LockAudit;
import dev.clerkbapi.bulk.LockOutcome;
import dev.clerkbapi.bulk.LockRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Records what a run does, so that the next run can continue where this one stopped, whatever
 * stopped it. Thread-safe.
 *
 * <p>A user is finished once they were locked or found locked; finished users are not sent again.
 * Users who were not found, failed, were refused or skipped, or whose outcome is unknown are tried
 * again, and so are users with an intent but no outcome. If such a user is then found locked, they
 * count as locked by this journal, because the state read before the first request decides.
 */
public final class Journal implements LockAudit, AutoCloseable {
  private static final Optional<Boolean> FOUND_LOCKED = Optional.of(true);

  private final JournalState state;
  private final JournalSink sink;
  private boolean isClosed;

  private Journal(JournalState state, JournalSink sink) {
    this.state = state;
    this.sink = sink;
  }

  /** Returns a journal that is kept in memory only, and lost when the run ends. */
  public static Journal none() {
    return into(JournalSink.NOWHERE);
  }

  /** Returns a new journal whose lines go to {@code sink}. */
  public static Journal into(JournalSink sink) {
    return new Journal(new JournalState(), sink);
  }

  /**
   * Starts or continues a journal, and locks its file against other processes until it is closed.
   *
   * @param notices receives a sentence for the user if a damaged last line was removed, and one if
   *     it is not known which instance the journal belongs to
   * @throws UnusableJournalException if the file does not fit this run; nothing was written
   */
  public static Journal open(Path path, JournalRun run, Consumer<String> notices)
      throws IOException {
    JournalFile file = JournalFile.open(path);
    try {
      JournalState state = file.read();
      requireFollows(state, run, path, notices);
      if (file.wasCut()) {
        notices.accept(
            "The last line of " + path + " was incomplete, as after a kill; it was removed.");
      }
      file.append(JournalFormat.line(run));
      state.add(run);
      return new Journal(state, file);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * Reads a journal without writing to it, for a dry run. A file that does not exist reads as an
   * empty journal.
   *
   * @throws UnusableJournalException if the file does not fit this run
   */
  public static Journal readOnly(Path path, JournalRun run, Consumer<String> notices)
      throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      JournalState state = new JournalReader(in, path.toString()).read();
      requireFollows(state, run, path, notices);
      state.add(run);
      return new Journal(state, JournalSink.NOWHERE);
    } catch (NoSuchFileException e) {
      return none();
    }
  }

  private static void requireFollows(
      JournalState state, JournalRun run, Path path, Consumer<String> notices) {
    state.requireFollows(run, path.toString());
    if (state.lacksInstance()) {
      notices.accept(path + " does not say which instance it belongs to; check the key yourself");
    }
  }

  /** Returns how many users need no undoing any more. */
  public synchronized long countUndone() {
    return state.countUndone();
  }

  /** Returns whether nothing is left to be done for this user. */
  public synchronized boolean isFinished(String userId) {
    return state.user(userId).isFinished();
  }

  /** Returns the IDs of the users whom this journal locked and has not unlocked. */
  public synchronized Collection<String> toUndo() {
    return state.those(UserState::isToUndo, this);
  }

  /**
   * Returns the IDs of the users whom this journal may have locked, but who may have been locked
   * before.
   */
  public synchronized Collection<String> undecided() {
    return state.those(UserState::isUndecided, this);
  }

  /** Returns the IDs of all users. */
  public synchronized Collection<String> users() {
    return state.those(user -> true, this);
  }

  /** Returns how many users there are for each name of their latest outcome. */
  public synchronized Map<String, Long> latestOutcomes() {
    return state.latestOutcomes();
  }

  /** Returns when the lock of a user ends, as of their latest outcome. */
  public synchronized LockEnd lockEnd(String userId) {
    return state.lockEnd(userId);
  }

  /**
   * Returns the name of an outcome, taking earlier runs of this journal into account: a user found
   * locked by an earlier run is {@code Locked}, not {@code AlreadyLocked}.
   */
  public synchronized String nameOf(LockOutcome outcome) {
    return outcome instanceof LockOutcome.AlreadyLocked && state.user(outcome.userId()).isOurs()
        ? LockOutcome.Locked.class.getSimpleName()
        : outcome.getClass().getSimpleName();
  }

  @Override
  public void intended(LockRecord entry) {
    write(JournalEntry.of(entry, Optional.empty(), entry.wasLocked()));
  }

  @Override
  public synchronized void ended(LockRecord entry) {
    UserState user = state.user(entry.userId());
    write(
        JournalEntry.of(
            entry,
            entry.outcome().map(this::nameOf),
            user.isOurs() ? user.wasLocked() : entry.wasLocked()));
  }

  /** Returns what records that users are locked again who were found locked. */
  public LockAudit relocking() {
    return new LockAudit() {
      @Override
      public void intended(LockRecord entry) {
        write(JournalEntry.of(entry, Optional.empty(), FOUND_LOCKED));
      }

      @Override
      public void ended(LockRecord entry) {
        synchronized (Journal.this) {
          UserState user = state.user(entry.userId());
          Optional<Boolean> before = user.isOurs() ? user.wasLocked() : FOUND_LOCKED;
          Optional<String> name = entry.outcome().map(it -> it.getClass().getSimpleName());
          write(JournalEntry.of(entry, name, before));
        }
      }
    };
  }

  private synchronized void write(JournalEntry entry) {
    try {
      sink.append(JournalFormat.line(entry));
    } catch (IOException e) {
      throw new UncheckedIOException("The journal cannot be written: " + e.getMessage(), e);
    }
    state.add(entry);
  }

  /**
   * Closes the journal. Has no effect the second time.
   *
   * @throws IOException if its end may not be on the disk
   */
  @Override
  public synchronized void close() throws IOException {
    if (!isClosed) {
      isClosed = true;
      sink.close();
    }
  }
}
