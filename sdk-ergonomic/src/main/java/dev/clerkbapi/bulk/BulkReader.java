package dev.clerkbapi.bulk;

import dev.clerkbapi.bulk.LockOutcome.Skipped;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.json.MissingMemberException;
import dev.clerkbapi.model.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the users of a bulk run ahead. Thread-safe. */
final class BulkReader {
  /** As many as one request can ask for. */
  static final int MOST = 100;

  private final BulkCalls calls;
  private final BulkWorker worker;
  private final BulkAudit audit;

  BulkReader(BulkCalls calls, BulkWorker worker, BulkAudit audit) {
    this.calls = calls;
    this.worker = worker;
    this.audit = audit;
  }

  /** Returns the users as they are, or an outcome for each where they cannot be read. */
  BulkStep read(List<String> userIds) {
    if (worker.isEnded()) {
      return outcomes(userIds, id -> new Skipped(id, Skipped.Reason.ENDED));
    }
    try {
      return new BulkStep(List.of(), users(userIds, calls.read(userIds)), true, null);
    } catch (ClerkException e) {
      return outcomes(userIds, id -> worker.unchanged(id, e));
    } catch (IllegalStateException e) { // The client is closed.
      worker.end();
      return outcomes(userIds, id -> new Skipped(id, Skipped.Reason.ENDED));
    }
  }

  private static List<BulkUser> users(List<String> userIds, List<User> answer) {
    Map<String, User> found = new HashMap<>();
    for (User user : answer) {
      try {
        found.put(user.id(), user);
      } catch (MissingMemberException e) {
        // Whoever that is: the user counts as not read.
      }
    }
    List<BulkUser> users = new ArrayList<>();
    userIds.forEach(id -> users.add(new BulkUser(id, found.get(id))));
    return users;
  }

  private BulkStep outcomes(List<String> userIds, Function<String, LockOutcome> outcome) {
    List<LockOutcome> outcomes = new ArrayList<>();
    @Nullable Throwable failure = null;
    for (String id : userIds) {
      BulkStep step = audit.ended(new BulkUser(id, null), outcome.apply(id), null);
      outcomes.addAll(step.outcomes());
      failure = failure == null ? step.failure() : failure;
    }
    return new BulkStep(outcomes, List.of(), true, failure);
  }
}
