package dev.clerkbapi.cli;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.bulk.BulkLock;
import dev.clerkbapi.cli.journal.JournalRun;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A client, and the instance that its key belongs to. */
record Connection(ClerkClient clerk, Target target, KeyInstance instance) implements AutoCloseable {

  /**
   * Connects, and prints which instance it is.
   *
   * @param giveUpAfter how long an API that takes no requests is waited for
   * @param text gets the line
   * @throws RefusedException if the key is not valid, or the API took no requests for too long
   */
  static Connection open(Target target, Duration giveUpAfter, Console text, Notices notices) {
    ClerkClient clerk = target.connect();
    try {
      PatientRead patient = new PatientRead(giveUpAfter, text.out());
      KeyInstance instance = KeyInstance.read(clerk, patient, notices);
      text.out().println(Texts.visible(instance.text(target)));
      text.out().flush();
      return new Connection(clerk, target, instance);
    } catch (RuntimeException e) {
      clerk.close();
      throw e;
    }
  }

  BulkLock bulk() {
    return BulkLock.of(clerk);
  }

  /** Returns the pace of a run with so many users at once. */
  Pace pace(int atOnce) {
    return instance.pace(clerk, target.requestsPerSecond(), atOnce);
  }

  /** Returns what a journal records of a run that starts now. */
  JournalRun journalRun(String action, boolean revokesSessions, Optional<String> reason) {
    return new JournalRun(
        action, target.isLive(), instance.id(), revokesSessions, reason, Instant.now());
  }

  @Override
  public void close() {
    clerk.close();
  }
}
