package dev.clerkbapi;

import dev.clerkbapi.internal.engine.CallLog;
import dev.clerkbapi.internal.engine.CallObserver;
import dev.clerkbapi.internal.engine.Summary;
import dev.clerkbapi.internal.http.Operation;
import java.util.List;
import java.util.function.Consumer;

/** Notifies the listeners in the order in which they were added. */
final class Listeners implements CallObserver {
  private final List<CallListener> listeners;

  Listeners(List<CallListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public void callStarted(Operation operation) {
    CallStart start = CallStart.of(operation.name(), operation.method(), operation.path());
    notifyAll(listener -> listener.callStarted(start));
  }

  @Override
  public void callEnded(Summary summary) {
    CallReport report = new CallReport(summary);
    notifyAll(listener -> listener.callEnded(report));
  }

  @SuppressWarnings("CatchingUnchecked") // Errors too: the call goes on, whatever a listener does.
  private void notifyAll(Consumer<CallListener> event) {
    for (CallListener listener : listeners) {
      try {
        event.accept(listener);
      } catch (Throwable e) {
        CallLog.listenerFailed(e);
      }
    }
  }
}
