package dev.clerkbapi;

/** Is notified of every call, for metrics and traces. */
@FunctionalInterface
public interface CallListener {

  /**
   * Called once at the start of each call, on the thread that runs it, before anything is sent or
   * waited for; does nothing by default. On the same thread, {@link #callEnded} follows. A span of
   * a trace can begin here.
   *
   * <p>Not called for misuse, just as {@link #callEnded} is not. An exception thrown by this method
   * is logged and does not affect the call.
   */
  default void callStarted(CallStart start) {}

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
