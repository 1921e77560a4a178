package dev.clerkbapi.auth;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that a session must have, to ask {@link Auth#has} for. Immutable.
 *
 * <pre>{@code
 * boolean may = session.has(Requirement.permission("org:billing:manage")
 *     .and(Requirement.reverification(Reverification.STRICT)));
 * }</pre>
 */
public final class Requirement {
  private static final Pattern PREFIXES = Pattern.compile("^(org:)*");
  private static final Set<String> ORGANIZATION = Set.of("o", "org", "organization");
  private static final Set<String> USER = Set.of("u", "user");

  private final Predicate<Grants> check;

  private Requirement(Predicate<Grants> check) {
    this.check = check;
  }

  /**
   * The user's role in the active organization.
   *
   * @param role such as {@code org:admin} or {@code admin}, which are the same
   */
  public static Requirement role(String role) {
    String wanted = withPrefix(role);
    return new Requirement(
        has ->
            !role.isEmpty()
                && has.hasOrganization()
                && has.role() != null
                && !has.role().isEmpty()
                && withPrefix(has.role()).equals(wanted));
  }

  /**
   * A permission of the user in the active organization. Clerk's own, {@code org:sys_...}, are
   * never in a token, so nobody has them here.
   *
   * @param permission such as {@code org:billing:manage} or {@code billing:manage}
   */
  public static Requirement permission(String permission) {
    String wanted = withPrefix(permission);
    return new Requirement(
        has ->
            !permission.isEmpty() && has.hasOrganization() && has.permissions().contains(wanted));
  }

  /**
   * A feature, which the user or the active organization has by a plan.
   *
   * @param feature such as {@code reports}, of either; {@code org:reports} or {@code user:reports}
   */
  public static Requirement feature(String feature) {
    Objects.requireNonNull(feature, "feature");
    return new Requirement(has -> isAmong(feature, has.features()));
  }

  /**
   * A plan, to which the user or the active organization has subscribed.
   *
   * @param plan such as {@code pro}, of either; {@code org:pro} or {@code user:pro}
   */
  public static Requirement plan(String plan) {
    Objects.requireNonNull(plan, "plan");
    return new Requirement(has -> isAmong(plan, has.plans()));
  }

  /**
   * That the user proved who they are a short time ago. If not, respond with {@link
   * Reverification#refusalBody()}, so that Clerk's frontend asks them to.
   *
   * @param how such as {@link Reverification#STRICT}
   */
  public static Requirement reverification(Reverification how) {
    return new Requirement(has -> how.isMetBy(has.factorAges()));
  }

  /**
   * Returns the requirement of both.
   *
   * @param other such as {@code Requirement.plan("pro")}
   */
  public Requirement and(Requirement other) {
    return new Requirement(check.and(other.check));
  }

  boolean isMetBy(Grants grants) {
    return grants.userId() != null && !grants.userId().isEmpty() && check.test(grants);
  }

  private static String withPrefix(String name) {
    return PREFIXES.matcher(name).replaceFirst("org:");
  }

  /** What stands after a second colon is ignored, as in Clerk's own code. */
  private static boolean isAmong(String asked, @Nullable Object claim) {
    List<ScopedName> names = ScopedName.list(claim);
    if (names == null || asked.isEmpty()) {
      return false;
    }
    String[] parts = asked.split(":", -1);
    if (parts.length == 1) {
      return names.stream().anyMatch(one -> isSomebodys(one) && one.name().equals(asked));
    }
    String name = parts[1].isEmpty() ? parts[0] : parts[1];
    boolean organizations = ORGANIZATION.contains(parts[0]);
    boolean users = USER.contains(parts[0]);
    return names.stream()
        .filter(one -> (organizations && one.isOrganizations()) || (users && one.isUsers()))
        .anyMatch(one -> one.name().equals(name));
  }

  private static boolean isSomebodys(ScopedName name) {
    return name.isOrganizations() || name.isUsers();
  }

  /** Does not say what is required. */
  @Override
  public String toString() {
    return "Requirement";
  }
}
