package dev.clerkbapi.cli;

import dev.clerkbapi.bulk.LockOutcome;
import dev.clerkbapi.bulk.LockOutcome.Skipped;
import dev.clerkbapi.errors.ClerkApiException;
import java.util.Optional;

/** What this command makes of the outcome of one user. */
final class Outcomes {
  static final String NOT_AN_ID = "Skipped: not an ID";

  private Outcomes() {}

  /**
   * Returns whether a further run would do nothing else for the user, as for one who does not
   * exist.
   */
  static boolean isDone(LockOutcome outcome) {
    if (outcome instanceof Skipped skipped) {
      return skipped.reason() == Skipped.Reason.PROTECTED;
    }
    return !(outcome instanceof LockOutcome.WithError) && sessionsError(outcome).isEmpty();
  }

  /** Returns whether BAPI did not accept the secret key, which the summary reports once. */
  static boolean isWrongKey(LockOutcome outcome) {
    return outcome instanceof LockOutcome.WithError failed
        && failed.error() instanceof ClerkApiException.Unauthenticated;
  }

  /**
   * Returns what the summary counts the outcome as.
   *
   * @param name the name of the outcome in the journal
   */
  static String label(String name, LockOutcome outcome) {
    if (!(outcome instanceof Skipped skipped)) {
      return name;
    }
    return switch (skipped.reason()) {
      case PROTECTED -> "Skipped: protected";
      case NOT_AN_ID -> NOT_AN_ID;
      case ENDED -> "Skipped: run stopped";
      case GAVE_UP -> "Skipped: gave up waiting for the API";
    };
  }

  /** Returns the error or the reason; empty if there is nothing to add to the outcome's name. */
  static String detail(LockOutcome outcome) {
    if (outcome instanceof LockOutcome.WithError failed) {
      return String.valueOf(failed.error().getMessage());
    } else if (outcome instanceof Skipped skipped) {
      return skipped.reason().name();
    }
    return sessionsError(outcome)
        .map(error -> "not all sessions were revoked: " + error.getMessage())
        .orElse("");
  }

  /** Returns where a message about the outcome belongs; empty if it needs none. */
  static Optional<Notices.Kind> noticeKind(LockOutcome outcome) {
    if (isWrongKey(outcome)) {
      return Optional.empty();
    } else if (outcome instanceof LockOutcome.Unknown) {
      return Optional.of(Notices.Kind.UNKNOWN);
    } else if (outcome instanceof LockOutcome.Refused) {
      return Optional.of(Notices.Kind.REFUSED);
    } else if (outcome instanceof LockOutcome.WithError) {
      return Optional.of(Notices.Kind.FAILED);
    } else if (outcome instanceof LockOutcome.NotFound) {
      return Optional.of(Notices.Kind.NOT_FOUND);
    } else if (outcome instanceof Skipped skipped) {
      return Optional.of(Notices.Kind.NOT_AN_ID)
          .filter(kind -> skipped.reason() == Skipped.Reason.NOT_AN_ID);
    }
    return Optional.of(Notices.Kind.SESSIONS_LEFT).filter(kind -> !isDone(outcome));
  }

  private static Optional<RuntimeException> sessionsError(LockOutcome outcome) {
    return outcome instanceof LockOutcome.WithUser user ? user.sessionsError() : Optional.empty();
  }
}
