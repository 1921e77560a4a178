package dev.clerkbapi.bulk;

/**
 * Writes down what a bulk run does: an intent before each request, the outcome after it.
 *
 * <p>Called from several threads at once, so implementations are thread-safe. If one throws, the
 * run ends, because nothing shall be done that is not written down: an intent that could not be
 * written is not carried out, and the exception leaves the stream once the outcomes of what was
 * under way are read.
 */
public interface LockAudit {

  /** Writes nothing. */
  LockAudit NONE =
      new LockAudit() {
        @Override
        public void intended(LockRecord entry) {}

        @Override
        public void ended(LockRecord entry) {}
      };

  /** Called before the request for this user is sent; not for those who are left alone. */
  void intended(LockRecord entry);

  /** Called once for each ID, when its outcome is known, also of those who are left alone. */
  void ended(LockRecord entry);
}
