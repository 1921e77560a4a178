package dev.clerkbapi.internal.engine;

import dev.clerkbapi.errors.ClerkTransportException.Reason;

/**
 * How an attempt without a response ended.
 *
 * @param sent whether bytes of the request may have reached the server
 */
record Ending(Exception cause, Reason reason, boolean sent) {

  /**
   * Returns whether the caller ended the call: interrupted it, cancelled it, or closed the client.
   */
  boolean wasEndedByCaller() {
    return reason.equals(Reason.INTERRUPTED)
        || reason.equals(Reason.CANCELLED)
        || reason.equals(Reason.CLOSED);
  }
}
