package dev.clerkbapi.testing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The filters of {@code GET /users} and {@code GET /users/count}: a user is found if they pass all
 * of them. A filter that is not here is refused loudly, because a test must not pass on an answer
 * to another question.
 */
final class UserFilters {
  /** Documented for IDs and external IDs; how BAPI refuses more is not. */
  private static final int MOST_VALUES = 100;

  private static final Map<String, Function<Values, Predicate<StoredUser>>> FILTERS =
      new TreeMap<>();

  static {
    oneOf("email_address", user -> user.user().emailAddress());
    oneOf("phone_number", user -> user.user().phoneNumber());
    oneOf("username", user -> user.user().username());
    oneOf("web3_wallet", user -> user.user().web3Wallet());
    FILTERS.put("user_id", values -> values.withSigns(user -> user.user().id()));
    FILTERS.put("external_id", values -> values.withSigns(user -> user.user().externalId()));
    FILTERS.put("banned", values -> values.bool(StoredUser::isBanned));
    text("email_address_query", user -> Stream.ofNullable(user.emailAddress()));
    text("phone_number_query", user -> Stream.ofNullable(user.phoneNumber()));
    text("username_query", user -> Stream.ofNullable(user.username()));
    text("name_query", user -> Stream.of(user.name()));
    text("query", FakeUser::searchable);
    time("created_at_before", user -> user.createdAt, Instant::isBefore);
    time("created_at_after", user -> user.createdAt, Instant::isAfter);
    time("last_active_at_before", user -> user.user().lastActiveAt(), Instant::isBefore);
    time("last_active_at_after", user -> user.user().lastActiveAt(), Instant::isAfter);
    time("last_active_at_since", user -> user.user().lastActiveAt(), (at, t) -> !at.isBefore(t));
    time("last_sign_in_at_before", user -> user.user().lastSignInAt(), Instant::isBefore);
    time("last_sign_in_at_after", user -> user.user().lastSignInAt(), Instant::isAfter);
  }

  private UserFilters() {}

  /**
   * Returns what a user has to be to be found.
   *
   * @param others the parameters that are no filters, such as {@code limit}
   */
  static Predicate<StoredUser> of(Query query, Set<String> others) {
    Predicate<StoredUser> all = user -> true;
    for (Map.Entry<String, List<String>> sent : query.values().entrySet()) {
      String name = sent.getKey();
      Function<Values, Predicate<StoredUser>> filter = FILTERS.get(name);
      if (filter != null) {
        all = all.and(filter.apply(new Values(name, sent.getValue())));
      } else if (!others.contains(name)) {
        throw unknown(name, others);
      }
    }
    return all;
  }

  private static Refusal unknown(String name, Set<String> others) {
    Set<String> known = new TreeSet<>(FILTERS.keySet());
    known.addAll(others);
    return Refusal.unsupported(
        "FakeBapi does not find users by %s. It knows %s. Leave %s out, or test this call with a stub of your own"
            .formatted(name, String.join(", ", known), name));
  }

  private static void oneOf(String name, Function<StoredUser, @Nullable String> of) {
    FILTERS.put(name, values -> values.oneOf(of));
  }

  /** Text within other text; BAPI does not say whether case counts, so here it does not. */
  private static void text(String name, Function<FakeUser, Stream<String>> of) {
    FILTERS.put(
        name,
        values -> {
          String text = values.first().toLowerCase(Locale.ROOT);
          return user ->
              of.apply(user.user()).anyMatch(in -> in.toLowerCase(Locale.ROOT).contains(text));
        });
  }

  /** A time that was never, such as a last sign-in, is neither before nor after another. */
  private static void time(
      String name,
      Function<StoredUser, @Nullable Instant> of,
      BiPredicate<Instant, Instant> matches) {
    FILTERS.put(
        name,
        values -> {
          Instant time = values.time();
          return user -> {
            Instant at = of.apply(user);
            return at != null && matches.test(at, time);
          };
        });
  }

  /** The values that a request gives for a filter. */
  private record Values(String name, List<String> all) {
    String first() {
      return all.get(0);
    }

    Predicate<StoredUser> oneOf(Function<StoredUser, @Nullable String> of) {
      Set<String> wanted = bounded();
      return user -> {
        String value = of.apply(user);
        return value != null && wanted.contains(value);
      };
    }

    Predicate<StoredUser> withSigns(Function<StoredUser, @Nullable String> of) {
      Signs signs = Signs.of(List.copyOf(bounded()));
      return user -> signs.find(of.apply(user));
    }

    Predicate<StoredUser> bool(Predicate<StoredUser> of) {
      return switch (first()) {
        case "true" -> of;
        case "false" -> of.negate();
        default -> throw invalid("true or false");
      };
    }

    Instant time() {
      try {
        return Instant.ofEpochMilli(Long.parseLong(first()));
      } catch (NumberFormatException e) {
        throw invalid("a time in milliseconds since 1970");
      }
    }

    private Set<String> bounded() {
      if (all.size() > MOST_VALUES) {
        throw Refusal.invalid(
            "form_param_array_size_exceeded",
            name,
            name + " can be given " + MOST_VALUES + " times, not " + all.size());
      }
      return Set.copyOf(all);
    }

    private Refusal invalid(String expected) {
      return Refusal.invalid(
          "form_param_value_invalid", name, name + " is " + expected + ", not \"" + first() + '"');
    }
  }
}
