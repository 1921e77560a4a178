package dev.clerkbapi.internal.engine;

import retrofit2.Call;

/** The way to end a call from another thread. */
interface Cancellation {

  /** Nobody cancels. */
  Cancellation NONE =
      new Cancellation() {
        @Override
        public void attemptStarts(Call<?> attempt) {}

        @Override
        public boolean isCancelled() {
          return false;
        }
      };

  /** The next attempt is about to be executed. */
  void attemptStarts(Call<?> attempt);

  /** Whether there shall be no further attempt. */
  boolean isCancelled();
}
