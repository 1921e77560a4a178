package dev.clerkbapi.auth;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The claim {@code fva}: minutes since the first and the second factor were verified. */
final class FactorAges {
  static final long NEVER = -1;

  private FactorAges() {}

  /** Returns both ages; empty if the claim is not two numbers, each at least -1. */
  static List<Long> listOrEmpty(@Nullable Object claim) {
    if (!(claim instanceof List<?> list) || list.size() != 2) {
      return List.of();
    }
    Long first = age(list.get(0));
    Long second = age(list.get(1));
    return first == null || second == null ? List.of() : List.of(first, second);
  }

  private static @Nullable Long age(@Nullable Object age) {
    return age instanceof Long minutes && minutes >= NEVER ? minutes : null;
  }
}
