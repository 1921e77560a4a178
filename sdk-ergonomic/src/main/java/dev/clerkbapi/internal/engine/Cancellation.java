package dev.clerkbapi.internal.engine;

import retrofit2.Call;

/** Lets another thread end calls. Thread-safe. */
public interface Cancellation {

  /** Never cancels. */
  Cancellation NONE =
      new Cancellation() {
        @Override
        public void attemptStarts(Call<?> attempt) {}

        @Override
        public void attemptEnded(Call<?> attempt) {}

        @Override
        public boolean isCancelled() {
          return false;
        }
      };

  /** Called before each attempt is executed. */
  void attemptStarts(Call<?> attempt);

  /** Called after each attempt. */
  void attemptEnded(Call<?> attempt);

  /** Returns whether there must be no further attempt. */
  boolean isCancelled();
}
