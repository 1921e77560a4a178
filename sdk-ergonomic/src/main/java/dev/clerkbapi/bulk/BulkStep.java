package dev.clerkbapi.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a piece of work in a bulk run.
 *
 * @param outcomes what is known now
 * @param users who was read, and is to be worked on
 * @param isBatch whether it was the reading of a batch
 * @param failure what the user's code threw, the audit for example; the run ends with it
 */
record BulkStep(
    List<LockOutcome> outcomes,
    List<BulkUser> users,
    boolean isBatch,
    @Nullable Throwable failure) {

  static BulkStep of(LockOutcome outcome, @Nullable Throwable failure) {
    return new BulkStep(List.of(outcome), List.of(), false, failure);
  }

  static BulkStep failed(Throwable failure) {
    return new BulkStep(List.of(), List.of(), false, failure);
  }
}
