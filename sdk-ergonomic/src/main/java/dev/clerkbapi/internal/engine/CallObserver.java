package dev.clerkbapi.internal.engine;

/** Is notified of every finished call; never throws. */
public interface CallObserver {

  /** Called on the thread that ran the call. */
  void callEnded(Summary summary);
}
