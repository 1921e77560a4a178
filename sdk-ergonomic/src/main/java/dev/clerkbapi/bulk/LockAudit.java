package dev.clerkbapi.bulk;

/**
 * Records what a bulk run does: an intent before a user's first request, the outcome at the end.
 *
 * <p>Called from several threads at once, so implementations must be thread-safe. If one throws
 * anything, an error included, the run ends, because nothing must be done that is not recorded: no
 * request is sent for an intent that could not be recorded. The stream throws it after the outcomes
 * of the requests that were under way.
 */
public interface LockAudit {

  /** Records nothing. */
  LockAudit NONE =
      new LockAudit() {
        @Override
        public void intended(LockRecord entry) {}

        @Override
        public void ended(LockRecord entry) {}
      };

  /** Called before the first request for this user is sent; not for users who need none. */
  void intended(LockRecord entry);

  /** Called once for each ID, when its outcome is known, also if nothing was sent. */
  void ended(LockRecord entry);
}
