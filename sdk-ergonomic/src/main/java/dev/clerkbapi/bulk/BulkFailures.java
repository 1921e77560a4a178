package dev.clerkbapi.bulk;

import dev.clerkbapi.bulk.LockOutcome.Skipped;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkDecodingException;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.errors.ClerkTransportException.Reason;

/** Which outcome a failure makes. */
final class BulkFailures {
  private BulkFailures() {}

  /** The request was to lock or unlock. */
  static LockOutcome outcome(String userId, ClerkException e, BulkEnd end) {
    if (e instanceof ClerkApiException.NotFound) {
      return new LockOutcome.NotFound(userId);
    }
    return e.mayHaveBeenCarriedOut()
        ? new LockOutcome.Unknown(userId, e)
        : unchanged(userId, e, end);
  }

  /** The request changed nothing. */
  static LockOutcome unchanged(String userId, ClerkException e, BulkEnd end) {
    if (e instanceof ClerkApiException.Unauthenticated) {
      end.end(Skipped.Reason.ENDED); // With this key every further request would be refused, too.
    } else if (isEndedHere(e)) {
      return new Skipped(userId, end.reason());
    }
    return e.mayPassLater()
        ? new LockOutcome.Failed(userId, e)
        : new LockOutcome.Refused(userId, e);
  }

  /** What left the call is not one of its exceptions. */
  static LockOutcome outcomeOfThrown(String userId, Throwable thrown, BulkEnd end) {
    if (thrown instanceof IllegalStateException) { // The client was closed, before it was sent.
      return new Skipped(userId, end.reason());
    }
    ClerkException error =
        ClerkTransportException.builder(Reason.CANCELLED)
            .detail("the request was ended by " + thrown)
            .cause(thrown)
            .build();
    return new LockOutcome.Unknown(userId, error);
  }

  /** BAPI responded with success, but the user is not as asked for. */
  static ClerkException withoutEffect(BulkAction action, int status) {
    boolean lock = action == BulkAction.LOCK;
    return ClerkDecodingException.builder(status)
        .method("POST")
        .path("/users/{user_id}/" + action)
        .reason("the user " + (lock ? "not locked (locked: false)" : "still locked (locked: true)"))
        .build();
  }

  private static boolean isEndedHere(ClerkException e) {
    return e instanceof ClerkTransportException none
        && (none.reason().equals(Reason.INTERRUPTED)
            || none.reason().equals(Reason.CANCELLED)
            || none.reason().equals(Reason.CLOSED));
  }
}
