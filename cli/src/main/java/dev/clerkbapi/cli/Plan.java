package dev.clerkbapi.cli;

import java.time.Duration;
import java.util.Optional;

/**
 * What a run is about to do, in numbers.
 *
 * @param given IDs in the file, repeated ones included
 * @param ids different IDs in the file
 * @param left those that earlier runs have not finished
 * @param protectedIds IDs that are protected, whether in the file or not
 * @param protectedInFile IDs that are protected and in the file
 */
record Plan(int given, int ids, int left, int protectedIds, int protectedInFile) {
  private static final int READ_AT_ONCE = 100;

  /** To list the sessions, to revoke the one that most users have, and to list them again. */
  private static final int REQUESTS_FOR_SESSIONS = 3;

  /** Clerk's default; the settings of the application may say otherwise, and cannot be read. */
  private static final Duration LOCK_LASTS = Duration.ofHours(1);

  String text(boolean dryRun, Pace pace, boolean revokesSessions) {
    return Texts.users(ids)
        + part(given - ids, " IDs repeated")
        + part(protectedIds, " IDs protected (" + protectedInFile + " of them in the file)")
        + part(ids - left, " finished before")
        + ", "
        + pace.requestsPerSecond()
        + " requests a second"
        + (toSend() == 0 ? "" : ", about " + Texts.time(time(dryRun, pace, revokesSessions)));
  }

  /** Returns a warning if the first locks may end before the last users are locked. */
  Optional<String> warning(boolean dryRun, Pace pace, boolean revokesSessions) {
    return Optional.of(
            "This takes longer than a lock lasts, unless the application's settings say other than"
                + " 1 hour: the first locks end before the last users are locked. Raise --rate,"
                + " or run this again with --relock 0s afterwards")
        .filter(it -> !dryRun && time(false, pace, revokesSessions).compareTo(LOCK_LASTS) > 0);
  }

  private Duration time(boolean dryRun, Pace pace, boolean revokesSessions) {
    long reads = (toSend() + READ_AT_ONCE - 1) / READ_AT_ONCE;
    if (dryRun) { // They are read one after the other.
      return new Pace(pace.requestsPerSecond(), 1, pace.latency()).timeFor(reads);
    }
    long each = 1L + (revokesSessions ? REQUESTS_FOR_SESSIONS : 0);
    return pace.timeFor(reads + toSend() * each);
  }

  private long toSend() {
    return (long) left - protectedInFile;
  }

  private static String part(int count, String what) {
    return count == 0 ? "" : ", " + count + what;
  }
}
