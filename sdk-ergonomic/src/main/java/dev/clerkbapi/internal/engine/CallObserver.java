package dev.clerkbapi.internal.engine;

/** Is notified of each call that has ended; never throws. */
public interface CallObserver {

  /** Called on the thread that ran the call. */
  void callEnded(Summary summary);
}
