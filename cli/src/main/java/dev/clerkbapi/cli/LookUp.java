package dev.clerkbapi.cli;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.RetryPolicy;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.model.GetUserListParams;
import dev.clerkbapi.model.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds the users who have the values of a file. A user counts only if their own data has the
 * value, whatever the API responds with; a value that nobody has, or several users, locks nobody.
 */
record LookUp(ClerkClient clerk, PatientRead patient) {
  /** As many values as one request can have; fewer if they are long, because URLs have bounds. */
  private static final int MOST_VALUES = 100;

  private static final int MOST_CHARACTERS = 3000;
  private static final long PAGE = 500;

  /** A value for which there is not exactly one user. */
  record Unresolved(long line, String value, Set<String> users) {}

  /**
   * Returns the IDs of the users, in the order of the file.
   *
   * @throws RefusedException if the API did not respond as it should
   */
  GivenIds find(GivenValues given) {
    try {
      return findAll(given);
    } catch (ClerkException | IllegalStateException e) { // Also: a member is missing.
      throw new RefusedException(
          "the users could not be looked up: " + e.getMessage() + "; nothing was changed");
    }
  }

  private GivenIds findAll(GivenValues given) {
    GivenIds ids = new GivenIds(given.notValues());
    for (List<String> batch : batches(given)) {
      Map<String, Set<String>> found = find(given.identifier(), batch);
      for (String value : batch) {
        Set<String> users = found.getOrDefault(value, Set.of());
        if (users.size() == 1) {
          ids.addAll(users);
        } else {
          ids.unresolved().add(new Unresolved(given.lineOf(value), value, users));
        }
      }
    }
    return ids;
  }

  private static List<List<String>> batches(GivenValues given) {
    List<List<String>> batches = new ArrayList<>();
    int room = 0;
    for (String value : given.lines().keySet()) {
      boolean full = batches.isEmpty() || batches.get(batches.size() - 1).size() == MOST_VALUES;
      if (full || room < value.length()) {
        batches.add(new ArrayList<>());
        room = MOST_CHARACTERS;
      }
      batches.get(batches.size() - 1).add(value);
      room -= value.length();
    }
    return batches;
  }

  private Map<String, Set<String>> find(Identifier identifier, List<String> values) {
    Map<String, Set<String>> found = new HashMap<>();
    List<User> users = read(identifier, values);
    for (User user : users) {
      identifier
          .valuesOf(user)
          .filter(values::contains)
          .forEach(it -> found.computeIfAbsent(it, none -> new TreeSet<>()).add(user.id()));
    }
    return found;
  }

  private List<User> read(Identifier identifier, List<String> values) {
    ClerkClient once = clerk.with(options -> options.retryPolicy(RetryPolicy.none()).readAhead(0));
    return patient.get(
        () -> {
          try (Stream<User> users =
              once.users().streamUserList(params -> ask(identifier, values, params))) {
            return users.toList();
          }
        });
  }

  private static void ask(
      Identifier identifier, List<String> values, GetUserListParams.Builder params) {
    identifier.filter(params, values);
    params.limit(PAGE);
  }
}
