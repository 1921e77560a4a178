package dev.clerkbapi.cli;

import dev.clerkbapi.model.GetUserListParams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which users to select. */
final class UserFilters {
  @Option(
      names = "--created-after",
      paramLabel = "TIME",
      description = "Users who were created after this time, such as 2026-01-31T08:00:00Z.")
  private @Nullable Instant createdAfter;

  @Option(names = "--created-before", paramLabel = "TIME", description = "And before this one.")
  private @Nullable Instant createdBefore;

  @Option(
      names = "--last-active-after",
      paramLabel = "TIME",
      description = "Users who were active last after this time.")
  private @Nullable Instant lastActiveAfter;

  @Option(names = "--last-active-before", paramLabel = "TIME", description = "And before this one.")
  private @Nullable Instant lastActiveBefore;

  @Option(
      names = "--last-sign-in-after",
      paramLabel = "TIME",
      description = "Users who signed in last after this time.")
  private @Nullable Instant lastSignInAfter;

  @Option(
      names = "--last-sign-in-before",
      paramLabel = "TIME",
      description = "And before this one.")
  private @Nullable Instant lastSignInBefore;

  @Option(
      names = "--email-query",
      paramLabel = "TEXT",
      description = "Users with this in an e-mail address, such as @example.com.")
  private @Nullable String emailQuery;

  @Option(
      names = "--query",
      paramLabel = "TEXT",
      description = "Users with this in their name, username, ID, or one of their addresses.")
  private @Nullable String query;

  /**
   * Returns the filters as text.
   *
   * @throws RefusedException if there is none, because that would be everybody
   */
  String text() {
    List<String> parts = new ArrayList<>();
    add("created after", createdAfter, parts);
    add("created before", createdBefore, parts);
    add("last active after", lastActiveAfter, parts);
    add("last active before", lastActiveBefore, parts);
    add("last sign-in after", lastSignInAfter, parts);
    add("last sign-in before", lastSignInBefore, parts);
    add("e-mail address has", emailQuery, parts);
    add("found by", query, parts);
    if (parts.isEmpty()) {
      throw new RefusedException("give at least one filter; see lock-users select --help");
    }
    return String.join(", ", parts);
  }

  private static void add(String what, @Nullable Object value, List<String> parts) {
    if (value != null) {
      parts.add(what + " " + value);
    }
  }

  void addTo(GetUserListParams.Builder params) {
    set(createdAfter, params::createdAtAfter);
    set(createdBefore, params::createdAtBefore);
    set(lastActiveAfter, params::lastActiveAtAfter);
    set(lastActiveBefore, params::lastActiveAtBefore);
    set(lastSignInAfter, params::lastSignInAtAfter);
    set(lastSignInBefore, params::lastSignInAtBefore);
    set(emailQuery, params::emailAddressQuery);
    set(query, params::query);
  }

  private static <T> void set(@Nullable T value, Consumer<T> setter) {
    if (value != null) {
      setter.accept(value);
    }
  }
}
