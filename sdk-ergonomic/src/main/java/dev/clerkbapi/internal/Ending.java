package dev.clerkbapi.internal;

import java.io.InterruptedIOException;

/**
 * How an attempt without an answer ended.
 *
 * @param interrupted the thread's flag is set
 * @param cancelled somebody cancelled the HTTP call
 */
record Ending(Exception cause, boolean interrupted, boolean cancelled) {

  boolean timedOut() {
    return cause instanceof InterruptedIOException;
  }

  boolean isWanted() {
    return interrupted || cancelled;
  }
}
