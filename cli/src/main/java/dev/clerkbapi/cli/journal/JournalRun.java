package dev.clerkbapi.cli.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * The first line of each run in a journal.
 *
 * @param action {@code lock} or {@code unlock}
 * @param live whether the secret key belongs to a production instance
 * @param instance the ID of the instance that the key belongs to; empty if it is not known, as in
 *     journals of earlier versions
 * @param revokesSessions whether the run also revokes sessions
 * @param reason the text given with {@code --reason}
 * @param start when the run started
 */
public record JournalRun(
    String action,
    boolean live,
    Optional<String> instance,
    boolean revokesSessions,
    Optional<String> reason,
    Instant start) {
  public static final String LOCK = "lock";
  public static final String UNLOCK = "unlock";

  boolean isLock() {
    return action.equals(LOCK);
  }
}
