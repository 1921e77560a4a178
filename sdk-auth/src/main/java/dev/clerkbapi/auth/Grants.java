package dev.clerkbapi.auth;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a session has, to compare a {@link Requirement} with. */
record Grants(
    @Nullable String userId,
    @Nullable String organizationId,
    @Nullable String role,
    List<String> permissions,
    List<Long> factorAges,
    @Nullable Object features,
    @Nullable Object plans) {

  static Grants of(Map<String, @Nullable Object> claims) {
    OrganizationClaims organization = OrganizationClaims.of(claims);
    return new Grants(
        claims.get("sub") instanceof String sub ? sub : null,
        organization == null ? null : organization.id(),
        organization == null ? null : organization.role(),
        organization == null ? List.of() : organization.permissions(),
        FactorAges.listOrEmpty(claims.get("fva")),
        claims.get("fea"),
        claims.get("pla"));
  }

  boolean hasOrganization() {
    return organizationId != null && !organizationId.isEmpty();
  }
}
