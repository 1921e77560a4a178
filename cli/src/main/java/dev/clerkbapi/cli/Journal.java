package dev.clerkbapi.cli;

import dev.clerkbapi.LockAudit;
import dev.clerkbapi.LockOutcome;
import dev.clerkbapi.LockRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Writes down what a run does, so that the next one goes on where this one stopped, for whatever
 * reason it did. Thread-safe.
 *
 * <p>Finished is whoever was locked, is locked already, or does not exist; nobody else is sent
 * again. Whoever failed, was refused, skipped or is unknown is tried again, and so is whoever has
 * an intent without an outcome. Found locked then, they count as locked by this journal, because
 * the state that holds is the one that was read before the first request.
 */
final class Journal implements LockAudit, AutoCloseable {
  private final JournalState state;
  private final JournalSink sink;

  Journal(JournalState state, JournalSink sink) {
    this.state = state;
    this.sink = sink;
  }

  /** Returns one that remembers nothing longer than the run. */
  static Journal none() {
    return new Journal(new JournalState(), JournalSink.NOWHERE);
  }

  /**
   * Begins or goes on with a journal, which this process alone then holds.
   *
   * @param notices is told what a person should know
   * @throws RefusedException if the file is not fit for this run; nothing was written
   */
  static Journal open(Path path, JournalRun run, Notices notices) throws IOException {
    JournalFile file = JournalFile.open(path);
    try {
      JournalState state = file.read();
      state.requireFollows(run, path.toString());
      if (file.wasCut()) {
        notices.tell("The last line of " + path + " was damaged, as by a kill; it was cut off.");
      }
      file.append(JournalFormat.line(run));
      state.add(run);
      return new Journal(state, file);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Reads a journal for a dry run, which writes nothing, and needs no file to be there. */
  static Journal look(Path path, JournalRun run) throws IOException {
    if (!Files.exists(path)) {
      return none();
    }
    try (InputStream in = Files.newInputStream(path)) {
      JournalState state = new JournalReader(in, path.toString()).read();
      state.requireFollows(run, path.toString());
      state.add(run);
      return new Journal(state, JournalSink.NOWHERE);
    }
  }

  /** Whether there is nothing left to lock. */
  synchronized boolean isFinished(String userId) {
    return state.user(userId).isFinished();
  }

  /** Those whom this journal locked. */
  synchronized List<String> toUndo() {
    return state.toUndo();
  }

  /** Those whom this journal may have locked, but who may have been locked before. */
  synchronized List<String> undecided() {
    return state.undecided();
  }

  /** Returns what an outcome is called, seen over all runs of this journal. */
  synchronized String nameOf(LockOutcome outcome) {
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

  private synchronized void write(JournalEntry entry) {
    try {
      sink.append(JournalFormat.line(entry));
    } catch (IOException e) {
      throw new UncheckedIOException("The journal cannot be written: " + e.getMessage(), e);
    }
    state.add(entry);
  }

  @Override
  public synchronized void close() throws IOException {
    sink.close();
  }
}
