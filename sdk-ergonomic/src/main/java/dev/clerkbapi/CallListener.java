package dev.clerkbapi;

/** Hears of each call once it has ended, for metrics and traces. */
@FunctionalInterface
public interface CallListener {

  /**
   * Called once at the end of each call, successful or not, on the thread that ran it, before the
   * caller has its result: what takes long here makes the call take long.
   *
   * <p>Not called for misuse, which ends before anything is sent, nor for a call of {@code
   * callAsync} that had not started when its client was closed. What this throws is logged, and
   * changes nothing for the call.
   */
  void callEnded(CallReport report);
}
