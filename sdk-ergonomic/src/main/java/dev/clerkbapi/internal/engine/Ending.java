package dev.clerkbapi.internal.engine;

import dev.clerkbapi.errors.ClerkTransportException.Reason;

/**
 * How an attempt without a response ended.
 *
 * @param sent whether bytes of the request may have reached the server
 */
record Ending(Exception cause, Reason reason, boolean sent) {

  /** Somebody on this side does not want the response any more. */
  boolean isOnPurpose() {
    return reason.equals(Reason.INTERRUPTED)
        || reason.equals(Reason.CANCELLED)
        || reason.equals(Reason.CLOSED);
  }
}
