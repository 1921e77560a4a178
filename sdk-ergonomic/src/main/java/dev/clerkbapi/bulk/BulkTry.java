package dev.clerkbapi.bulk;

import dev.clerkbapi.bulk.LockOutcome.Skipped;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkException;
import org.jspecify.annotations.Nullable;

/** What is known of one request of a bulk run that may be sent again. For one thread. */
final class BulkTry {
  /** If a request fails once more each time after others have succeeded, it is not the API. */
  private static final int MOST_WHILE_OTHERS_SUCCEED = 2;

  private final boolean reads;
  private @Nullable ClerkException unsure;
  private long servedBefore = -1;
  private int whileOthersSucceeded;

  BulkTry(boolean reads) {
    this.reads = reads;
  }

  boolean reads() {
    return reads;
  }

  /**
   * It failed in a way that is waited for.
   *
   * @param served how many requests of the run have succeeded so far
   * @return whether it is this request that BAPI cannot carry out, and not the time
   */
  boolean failed(ClerkException e, BulkTrouble trouble, long served) {
    if (!reads && e.mayHaveBeenCarriedOut()) {
      unsure = e;
    }
    if (trouble.isMaybeAboutOne()) {
      whileOthersSucceeded += servedBefore >= 0 && served > servedBefore ? 1 : 0;
      servedBefore = served;
    }
    return whileOthersSucceeded >= MOST_WHILE_OTHERS_SUCCEED;
  }

  /** Returns what the request ends with: an earlier one may have been carried out. */
  ClerkException error(ClerkException last) {
    ClerkException earlier = unsure;
    if (earlier == null
        || earlier == last
        || last.mayHaveBeenCarriedOut()
        || last instanceof ClerkApiException.NotFound) {
      return last;
    }
    earlier.addSuppressed(last);
    return earlier;
  }

  /** Returns what the request ends with if the run ends before it is sent (again). */
  RuntimeException ended(Skipped.Reason reason) {
    return unsure == null ? new BulkEndedException(reason) : unsure;
  }
}
