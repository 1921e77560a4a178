package dev.clerkbapi.cli.journal;

import java.util.List;
import java.util.Optional;

/** The names of outcomes as numbers, of which a byte is enough. */
final class OutcomeCode {
  /** Of a user with an intent, but without an outcome. */
  private static final String NONE = "(no outcome)";

  private static final List<String> NAMES =
      List.of(
          NONE,
          "Locked",
          "AlreadyLocked",
          "Unlocked",
          "AlreadyUnlocked",
          "NotFound",
          "Refused",
          "Failed",
          "Skipped",
          "Unknown",
          "(other)");

  private OutcomeCode() {}

  static int of(Optional<String> outcome) {
    int code = NAMES.indexOf(outcome.orElse(NONE));
    return code < 0 ? NAMES.size() - 1 : code;
  }

  static String name(int code) {
    return NAMES.get(code);
  }
}
