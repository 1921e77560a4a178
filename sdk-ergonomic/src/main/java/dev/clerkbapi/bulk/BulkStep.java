package dev.clerkbapi.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a piece of work in a bulk run, or the news that the run pauses.
 *
 * @param outcomes what is known now
 * @param users who was read, and is to be worked on
 * @param isBatch whether it was the reading of a batch
 * @param pause the pause that begins; then no work has ended
 */
record BulkStep(
    List<LockOutcome> outcomes, List<BulkUser> users, boolean isBatch, @Nullable LockPause pause) {
  static final BulkStep NOTHING = new BulkStep(List.of(), List.of(), false, null);

  static BulkStep of(LockOutcome outcome) {
    return new BulkStep(List.of(outcome), List.of(), false, null);
  }

  static BulkStep of(LockPause pause) {
    return new BulkStep(List.of(), List.of(), false, pause);
  }
}
