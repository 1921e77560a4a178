package dev.clerkbapi.internal.engine;

import dev.clerkbapi.internal.http.Operation;

/** Is notified of every call; never throws. */
public interface CallObserver {

  /** Called on the thread that runs the call; {@link #callEnded} follows on the same one. */
  default void callStarted(Operation operation) {}

  /** Called on the thread that ran the call. */
  void callEnded(Summary summary);
}
