package dev.clerkbapi.bulk;

import dev.clerkbapi.bulk.LockOutcome.Skipped;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkDecodingException;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.json.MissingMemberException;
import dev.clerkbapi.model.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads the users of a bulk run ahead. A batch that cannot be read because of what is in it is
 * halved, until the one is found; that user is worked on without having been read. Thread-safe.
 */
final class BulkReader {
  /** As many as one request can ask for. */
  static final int MOST = 100;

  private final BulkCalls calls;
  private final BulkWorker worker;
  private final BulkEnd end;
  private final boolean dryRun;

  BulkReader(BulkCalls calls, BulkWorker worker, BulkEnd end, LockOptions options) {
    this.calls = calls;
    this.worker = worker;
    this.end = end;
    this.dryRun = options.dryRun();
  }

  /** Returns the users as they are, or an outcome for each where they cannot be read. */
  BulkStep read(List<String> userIds) {
    BulkStep batch = new BulkStep(new ArrayList<>(), new ArrayList<>(), true, null);
    read(userIds, batch);
    return batch;
  }

  private void read(List<String> userIds, BulkStep into) {
    try {
      into.users().addAll(users(userIds, calls.read(userIds)));
    } catch (ClerkException e) {
      readApart(userIds, e, into);
    } catch (BulkEndedException e) {
      settle(userIds, id -> new Skipped(id, e.reason()), into);
    } catch (Throwable e) {
      worker.endBecauseOf(e);
      settle(userIds, id -> new Skipped(id, end.reason()), into);
    }
  }

  private void readApart(List<String> userIds, ClerkException e, BulkStep into) {
    int half = userIds.size() / 2;
    if (!isAboutContent(e) || (half == 0 && dryRun)) {
      settle(userIds, id -> worker.unchanged(id, e), into);
    } else if (half == 0) {
      into.users().add(new BulkUser(userIds.get(0), null));
    } else {
      read(userIds.subList(0, half), into);
      read(userIds.subList(half, userIds.size()), into);
    }
  }

  /** Whether other users might be read: it is not the key, the network or the moment. */
  private static boolean isAboutContent(ClerkException e) {
    if (!(e instanceof ClerkApiException response)) {
      return e instanceof ClerkDecodingException;
    }
    return switch (response.status()) {
      case 400, 410, 413, 414, 422, 431 -> true;
      default -> false;
    };
  }

  private static List<BulkUser> users(List<String> userIds, List<User> response) {
    Map<String, User> found = new HashMap<>();
    for (User user : response) {
      try {
        found.put(user.id(), user);
      } catch (MissingMemberException e) {
        // Without an ID nobody knows which user it is; the one counts as not read.
      }
    }
    List<BulkUser> users = new ArrayList<>();
    userIds.forEach(id -> users.add(new BulkUser(id, found.get(id))));
    return users;
  }

  private void settle(List<String> userIds, Function<String, LockOutcome> outcome, BulkStep into) {
    for (String id : userIds) {
      into.outcomes().addAll(worker.settle(id, outcome.apply(id)).outcomes());
    }
  }
}
