package dev.clerkbapi;

import dev.clerkbapi.internal.engine.CallObserver;
import dev.clerkbapi.internal.engine.Summary;
import org.jspecify.annotations.Nullable;

/** Records the one call that is made inside of {@link ClerkClient#withResponse}. */
final class ResponseRecorder implements CallObserver {
  private boolean started;
  private @Nullable Summary summary;

  /** Refuses a second call: only one response can be returned. */
  synchronized void callStarts() {
    if (started) {
      throw new IllegalStateException("withResponse takes one call; this is the second");
    }
    started = true;
  }

  @Override
  public synchronized void callEnded(Summary ended) {
    summary = ended;
  }

  synchronized <T> ClerkResponse<T> response(T value) {
    if (summary == null && started) {
      throw new IllegalStateException(
          "The call inside of withResponse has not ended; return its value when it has");
    }
    if (summary == null) {
      throw new IllegalStateException(
          "No call was made inside of withResponse; make it with the client that is handed in");
    }
    return new ClerkResponse<>(value, summary);
  }
}
