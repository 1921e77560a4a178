package dev.clerkbapi.internal;

import retrofit2.Call;

/** Follows a call from outside, so as to be able to end it. */
interface Watcher {

  /** Nobody follows. */
  Watcher NONE =
      new Watcher() {
        @Override
        public void started(Call<?> attempt) {}

        @Override
        public boolean isCancelled() {
          return false;
        }
      };

  /** The next attempt is about to be executed. */
  void started(Call<?> attempt);

  /** Whether there shall be no further attempt. */
  boolean isCancelled();
}
