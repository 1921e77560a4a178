package dev.clerkbapi.spring.security;

import dev.clerkbapi.auth.Requirement;
import dev.clerkbapi.auth.Reverification;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What the names in expressions stand for. A wrong one fails, rather than deny for ever. */
final class Names {
  private static final Pattern ROLE = Pattern.compile("org:[^:\\s]+");
  private static final Pattern PERMISSION = Pattern.compile("org:[^:\\s]+:[^:\\s]+");
  private static final Map<String, Reverification> REVERIFICATIONS =
      new TreeMap<>(
          Map.of(
              "strict_mfa", Reverification.STRICT_MFA,
              "strict", Reverification.STRICT,
              "moderate", Reverification.MODERATE,
              "lax", Reverification.LAX));

  private Names() {}

  static Requirement roleOrPermission(String name) {
    if (PERMISSION.matcher(name).matches()) {
      return Requirement.permission(name);
    }
    if (ROLE.matcher(name).matches()) {
      return Requirement.role(name);
    }
    throw new IllegalArgumentException(
        name + " is neither a permission such as org:billing:manage nor a role such as org:admin");
  }

  static Reverification reverification(String name) {
    Reverification found = REVERIFICATIONS.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "no reverification " + name + "; there are " + REVERIFICATIONS.keySet());
    }
    return found;
  }
}
