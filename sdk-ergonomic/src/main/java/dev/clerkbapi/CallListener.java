package dev.clerkbapi;

/** Is notified of every finished call, for metrics and traces. */
@FunctionalInterface
public interface CallListener {

  /**
   * Called once at the end of each call, successful or not, on the thread that ran the call and
   * before the caller gets the result: a slow listener slows down the call.
   *
   * <p>Not called for misuse, which is refused before anything is sent, nor for a call of {@code
   * callAsync} that had not started when its client was closed. An exception thrown by this method
   * is logged and does not affect the call.
   */
  void callEnded(CallReport report);
}
