package dev.clerkbapi.testing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a session may do, and how the two versions of Clerk's tokens say that.
 *
 * @param organization the members {@code id}, {@code slug}, {@code role}; empty without one
 * @param permissions such as {@code org:billing:manage}
 */
record SessionGrants(
    int version,
    Map<String, String> organization,
    List<String> permissions,
    Scoped features,
    Scoped plans) {

  private static final Pattern PERMISSION = Pattern.compile("org:(?!sys_)[^:,\\s]+:[^:,\\s]+");
  private static final String ORG = "org:";

  /** Names that the organization has, and those that the user has. */
  record Scoped(List<String> organization, List<String> user) {
    static final Scoped NONE = new Scoped(List.of(), List.of());

    boolean isEmpty() {
      return organization.isEmpty() && user.isEmpty();
    }

    /** Returns such as {@code o:a,ou:b,u:c}: the organization's first. */
    String text() {
      List<String> parts = new ArrayList<>();
      organization.forEach(name -> parts.add((user.contains(name) ? "ou:" : "o:") + name));
      user.stream().filter(name -> !organization.contains(name)).forEach(n -> parts.add("u:" + n));
      return String.join(",", parts);
    }
  }

  static SessionGrants none() {
    return new SessionGrants(2, Map.of(), List.of(), Scoped.NONE, Scoped.NONE);
  }

  static void checkPermission(String permission) {
    if (!PERMISSION.matcher(permission).matches()) {
      throw new IllegalArgumentException(
          "no permission that a token can have: '"
              + permission
              + "'; they are like org:feature:permission, and those that begin with org:sys_ are"
              + " never in a token");
    }
  }

  Map<String, @Nullable Object> claims() {
    if (organization.isEmpty() && !permissions.isEmpty()) {
      throw new IllegalStateException("permissions are those of an organization; set one");
    }
    return version == 1 ? version1() : version2();
  }

  private Map<String, @Nullable Object> version1() {
    if (!features.isEmpty() || !plans.isEmpty()) {
      throw new IllegalStateException("version 1 of session tokens has neither features nor plans");
    }
    Map<String, @Nullable Object> claims = new LinkedHashMap<>();
    if (!organization.isEmpty()) {
      organization.forEach((member, value) -> claims.put("org_" + member, value));
      claims.put("org_role", ORG + role());
      claims.put("org_permissions", permissions);
    }
    return claims;
  }

  private Map<String, @Nullable Object> version2() {
    Scoped all = new Scoped(organizationFeatures(), features.user());
    Map<String, @Nullable Object> claims = new LinkedHashMap<>();
    claims.put("v", 2);
    if (!organization.isEmpty()) {
      claims.put("o", organizationObject(all.organization()));
    }
    if (!all.isEmpty()) {
      claims.put("fea", all.text());
    }
    if (!plans.isEmpty()) {
      claims.put("pla", plans.text());
    }
    return claims;
  }

  private Map<String, @Nullable Object> organizationObject(List<String> features) {
    Map<String, @Nullable Object> o = new LinkedHashMap<>();
    o.put("id", organization.get("id"));
    o.put("slg", organization.get("slug"));
    o.put("rol", role());
    if (!permissions.isEmpty()) {
      List<String> names = permissions.stream().map(SessionGrants::name).distinct().toList();
      o.put("per", String.join(",", names));
      o.put("fpm", String.join(",", features.stream().map(one -> mask(one, names)).toList()));
    }
    return o;
  }

  private String role() {
    return organization.getOrDefault("role", "").replaceFirst("^" + ORG, "");
  }

  /** Those that were named, and those of the permissions. */
  private List<String> organizationFeatures() {
    Set<String> all = new LinkedHashSet<>(features.organization());
    permissions.forEach(permission -> all.add(feature(permission)));
    return List.copyOf(all);
  }

  /** A bit for each permission, lowest first. */
  private String mask(String feature, List<String> names) {
    BigInteger mask = BigInteger.ZERO;
    for (int bit = 0; bit < names.size(); bit++) {
      if (permissions.contains(ORG + feature + ":" + names.get(bit))) {
        mask = mask.setBit(bit);
      }
    }
    return mask.toString();
  }

  private static String feature(String permission) {
    return permission.substring(ORG.length(), permission.lastIndexOf(':'));
  }

  private static String name(String permission) {
    return permission.substring(permission.lastIndexOf(':') + 1);
  }
}
