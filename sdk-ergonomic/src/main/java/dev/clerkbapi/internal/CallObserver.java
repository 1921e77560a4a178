package dev.clerkbapi.internal;

/** Hears of each call once it has ended; never throws. */
public interface CallObserver {

  /** Called on the thread that ran the call. */
  void ended(Summary summary);
}
