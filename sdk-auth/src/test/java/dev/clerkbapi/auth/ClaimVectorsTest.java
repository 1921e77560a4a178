package dev.clerkbapi.auth;

import dev.clerkbapi.auth.fixtures.Tally;
import dev.clerkbapi.auth.fixtures.Vectors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Compares with recorded outcomes about claims, and what a session has. */
class ClaimVectorsTest {
  private static final List<String> ORGANIZATION =
      List.of("orgId", "orgRole", "orgSlug", "orgPermissions");

  @Test
  void sessionClaims() {
    claims("session-claims", 39);
  }

  @Test
  void genClaims() {
    claims("gen-claims", 200);
  }

  private static void claims(String file, int cases) {
    Vectors vectors = Vectors.of(file);
    Tally tally = new Tally(file);
    for (Map<String, Object> one : vectors.cases()) {
      Map<String, Object> claims = Vectors.map(one.get("claims"));
      Map<String, Object> expect = new LinkedHashMap<>();
      expect.put("actor", null);
      ORGANIZATION.forEach(member -> expect.put(member, null));
      Map<String, Object> recorded = Vectors.map(Vectors.map(one.get("expect")).get("ok"));
      if (recorded == null) { // JavaScript throws where a claim is malformed; we grant nothing.
        tally.differs(one.get("id"), List.of(), described(claims).get("orgPermissions"));
        continue;
      }
      expect.putAll(recorded);
      Object ours = one.get("wantedOrgPermissions");
      if (ours != null) {
        expect.put("orgPermissions", ours);
        tally.differs(one.get("id"), withoutNulls(expect), withoutNulls(described(claims)));
      } else if (claims.get("org_permissions") instanceof String
          || claims.get("act") instanceof String) {
        tally.notApplicable(); // Of types that Clerk does not send; JavaScript passes them on.
      } else {
        tally.same(one.get("id"), withoutNulls(expect), withoutNulls(described(claims)));
      }
    }
    tally.end(cases);
  }

  private static Map<String, Object> described(Map<String, Object> claims) {
    SessionClaims session = new SessionClaims(claims);
    OrganizationClaims organization = session.organization();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("actor", session.actor());
    all.put("sessionId", session.sessionId());
    all.put("sessionStatus", session.status());
    all.put("userId", session.userId().isEmpty() ? null : session.userId());
    all.put("factorVerificationAge", session.factorAges());
    if (organization != null) {
      all.put("orgId", organization.id());
      all.put("orgRole", organization.role());
      all.put("orgSlug", organization.slug());
      all.put("orgPermissions", organization.permissions());
    }
    return all;
  }

  /** What is missing is null, undefined or an empty list, as each language has it. */
  private static Map<String, Object> withoutNulls(Map<String, Object> all) {
    Map<String, Object> some = new LinkedHashMap<>(all);
    some.values().removeIf(value -> value == null || value.equals(List.of()));
    return some;
  }

  @Test
  void featureScopes() {
    Vectors vectors = Vectors.of("feature-scopes");
    Tally tally = new Tally("feature-scopes");
    for (Map<String, Object> one : vectors.cases()) {
      List<ScopedName> names = ScopedName.list(one.get("claim"));
      Object expected = Vectors.map(one.get("expect")).get("ok");
      tally.same(one.get("id"), expected, names == null ? null : scopes(names));
    }
    tally.end(vectors.cases().size());
  }

  private static Map<String, Object> scopes(List<ScopedName> names) {
    return Map.of(
        "org", names.stream().filter(ScopedName::isOrganizations).map(ScopedName::name).toList(),
        "user", names.stream().filter(ScopedName::isUsers).map(ScopedName::name).toList());
  }

  @Test
  void has() {
    has("has", 125);
  }

  @Test
  void genHas() {
    has("gen-has", 893);
  }

  private static void has(String file, int cases) {
    Vectors vectors = Vectors.of(file);
    Tally tally = new Tally(file);
    for (Map<String, Object> one : vectors.cases()) {
      List<Requirement> asked = new ArrayList<>();
      boolean expressible = asked(Vectors.map(one.get("ask")), asked);
      if (!expressible) { // A role that is a number, or nothing at all: no Java program says that.
        tally.notApplicable();
        continue;
      }
      Requirement all = asked.stream().reduce(Requirement::and).orElseThrow();
      Object expected = Vectors.map(one.get("expect")).get("ok");
      tally.same(one.get("id"), expected, all.isMetBy(grants(Vectors.map(one.get("session")))));
    }
    tally.end(cases);
  }

  private static boolean asked(Map<String, Object> ask, List<Requirement> asked) {
    for (Map.Entry<String, Object> entry : ask.entrySet()) {
      if (entry.getKey().equals("reverification")) {
        Reverification how = reverification(entry.getValue());
        if (how == null) {
          return false;
        }
        asked.add(Requirement.reverification(how));
      } else if (entry.getValue() instanceof String name) {
        asked.add(
            switch (entry.getKey()) {
              case "role" -> Requirement.role(name);
              case "permission" -> Requirement.permission(name);
              case "feature" -> Requirement.feature(name);
              default -> Requirement.plan(name);
            });
      } else {
        return false;
      }
    }
    return !asked.isEmpty();
  }

  private static Reverification reverification(Object value) {
    if (value instanceof Map<?, ?> map) {
      boolean good = map.get("afterMinutes") instanceof Long minutes && minutes > 0;
      return good
          ? Reverification.of(
              Reverification.Level.valueOf(
                  String.valueOf(map.get("level")).toUpperCase(java.util.Locale.ROOT)),
              (Long) map.get("afterMinutes"))
          : null;
    }
    return switch (String.valueOf(value)) {
      case "strict_mfa" -> Reverification.STRICT_MFA;
      case "strict" -> Reverification.STRICT;
      case "moderate" -> Reverification.MODERATE;
      case "lax" -> Reverification.LAX;
      default -> null;
    };
  }

  private static Grants grants(Map<String, Object> session) {
    return new Grants(
        text(session.get("userId")),
        text(session.get("orgId")),
        text(session.get("orgRole")),
        dev.clerkbapi.auth.internal.ClaimReader.texts(session.get("orgPermissions")),
        FactorAges.listOrEmpty(session.get("factorVerificationAge")),
        session.get("features"),
        session.get("plans"));
  }

  private static String text(Object value) {
    return value instanceof String text ? text : null;
  }
}
