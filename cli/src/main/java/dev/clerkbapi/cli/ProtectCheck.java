package dev.clerkbapi.cli;

import dev.clerkbapi.bulk.BulkLock;
import dev.clerkbapi.bulk.LockOptions;
import dev.clerkbapi.bulk.LockOutcome;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out, for a dry run, whether the protected users exist. Changes nothing. */
record ProtectCheck(BulkLock lock, PrintWriter out, Notices notices) {
  private static final int MOST_NAMED = 10;

  void run(GivenIds ids) {
    if (ids.size() == 0) {
      return;
    }
    LockOptions dry = LockOptions.builder().dryRun(true).build();
    try (Stream<LockOutcome> outcomes = lock.lockUsers(ids.those(id -> true), dry)) {
      List<LockOutcome> missing =
          outcomes.filter(it -> !(it instanceof LockOutcome.WithUser)).toList();
      out.println("Protected: " + (ids.size() - missing.size()) + " of " + ids.size() + " exist");
      if (!missing.isEmpty()) {
        notices.print("Protected, but not found in this instance: " + names(missing));
      }
    }
  }

  private static String names(List<LockOutcome> missing) {
    String names =
        missing.stream()
            .limit(MOST_NAMED)
            .map(LockOutcome::userId)
            .collect(Collectors.joining(", "));
    int more = missing.size() - MOST_NAMED;
    return more > 0 ? names + " and " + more + " more" : names;
  }
}
