package dev.clerkbapi;

import dev.clerkbapi.internal.engine.CallLog;
import dev.clerkbapi.internal.engine.CallObserver;
import dev.clerkbapi.internal.engine.Summary;
import java.util.List;

/** Notifies the listeners in the order in which they were added. */
final class Listeners implements CallObserver {
  private final List<CallListener> listeners;

  Listeners(List<CallListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  @Override
  @SuppressWarnings(
      "CatchingUnchecked") // Errors too: the call has ended, whatever a listener does.
  public void callEnded(Summary summary) {
    CallReport report = new CallReport(summary);
    for (CallListener listener : listeners) {
      try {
        listener.callEnded(report);
      } catch (Throwable e) {
        CallLog.listenerFailed(e);
      }
    }
  }
}
