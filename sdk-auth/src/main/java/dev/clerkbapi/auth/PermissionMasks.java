package dev.clerkbapi.auth;

import dev.clerkbapi.auth.internal.ClaimReader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The permissions of a token of version 2: a list of names, and for each feature a number whose
 * bits say which of the names are granted for it.
 */
final class PermissionMasks {
  /** Parsing takes time quadratic in the number of digits; no instance has so many permissions. */
  private static final int MAX_DIGITS = 1000;

  private PermissionMasks() {}

  /** What is malformed grants nothing. */
  static List<String> decode(
      @Nullable Object features, @Nullable Object permissions, @Nullable Object masks) {
    List<ScopedName> all = ScopedName.list(features);
    List<String> names = ClaimReader.split(permissions);
    List<String> numbers = ClaimReader.split(masks);
    if (all == null || names.isEmpty()) {
      return List.of();
    }
    List<String> granted = new ArrayList<>();
    List<ScopedName> masked = masked(all, numbers.size());
    for (int i = 0; i < Math.min(masked.size(), numbers.size()); i++) {
      if (masked.get(i).isOrganizations()) {
        grant(masked.get(i).name(), names, bits(numbers.get(i)), granted);
      }
    }
    return List.copyOf(granted);
  }

  /**
   * Returns the features to which the masks belong. Clerk documents one for each feature; its own
   * code counts only those of the organization. The wrong one of the two would grant the
   * permissions of another feature; the number of masks tells which it is.
   */
  private static List<ScopedName> masked(List<ScopedName> all, int masks) {
    return all.size() == masks ? all : all.stream().filter(ScopedName::isOrganizations).toList();
  }

  private static void grant(
      String feature, List<String> names, BigInteger bits, List<String> granted) {
    for (int bit = 0; bit < names.size(); bit++) {
      if (bits.testBit(bit)) {
        granted.add("org:" + feature + ":" + names.get(bit));
      }
    }
  }

  private static BigInteger bits(String number) {
    boolean digits =
        !number.isEmpty()
            && number.length() <= MAX_DIGITS
            && number.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? new BigInteger(number) : BigInteger.ZERO;
  }
}
