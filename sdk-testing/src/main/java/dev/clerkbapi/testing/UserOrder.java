package dev.clerkbapi.testing;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What {@code order_by} sorts users by. Users who are equal in that are in the order of adding. */
final class UserOrder {
  private static final Map<String, Comparator<StoredUser>> FIELDS = new TreeMap<>();

  static {
    by("created_at", user -> user.createdAt);
    by("updated_at", StoredUser::updatedAt);
    by("last_active_at", user -> user.user().lastActiveAt());
    by("last_sign_in_at", user -> user.user().lastSignInAt());
    by("email_address", user -> user.user().emailAddress());
    by("phone_number", user -> user.user().phoneNumber());
    by("username", user -> user.user().username());
    by("first_name", user -> user.user().firstName());
    by("last_name", user -> user.user().lastName());
    by("web3wallet", user -> user.user().web3Wallet());
  }

  private UserOrder() {}

  /** Returns the order that a query asks for; newest first by default. */
  static Comparator<StoredUser> of(Query query) {
    String sent = query.first("order_by").orElse("-created_at");
    boolean descending = sent.startsWith("-");
    String field = descending ? sent.substring(1) : Signs.withoutPlus(sent);
    Comparator<StoredUser> order = FIELDS.get(field);
    if (order == null) {
      throw Refusal.unsupported(
          "FakeBapi does not sort users by %s. It knows %s, each with + or - before it"
              .formatted(field, String.join(", ", FIELDS.keySet())));
    }
    Comparator<StoredUser> stable = order.thenComparingInt(user -> user.number);
    return descending ? stable.reversed() : stable;
  }

  /** Users without a value come first, so that they are last in the usual, descending order. */
  private static <T extends Comparable<? super T>> void by(
      String name, Function<StoredUser, @Nullable T> of) {
    FIELDS.put(name, Comparator.comparing(of, Comparator.nullsFirst(Comparator.naturalOrder())));
  }
}
