package dev.clerkbapi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clerkbapi.auth.fixtures.Sessions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a session has, and how its claims are read. */
class HasTest {
  private static Map<String, Object> second() {
    Map<String, Object> claims = Sessions.claims();
    claims.put("v", 2L);
    claims.put("fea", "o:billing,u:themes,ou:both");
    claims.put("pla", "o:pro,u:plus");
    claims.put("fva", List.of(3L, -1L));
    claims.put("sts", "active");
    Map<String, Object> o = new LinkedHashMap<>();
    o.put("id", "org_1");
    o.put("slg", "acme");
    o.put("rol", "admin");
    o.put("per", "read, manage");
    o.put("fpm", "3,0,2");
    claims.put("o", o);
    return claims;
  }

  private static boolean has(Map<String, Object> claims, Requirement requirement) {
    return new SessionClaims(claims).has(requirement);
  }

  @Test
  void secondVersion_isRead() {
    SessionClaims session = new SessionClaims(second());
    OrganizationClaims organization = session.organization();
    assertThat(organization.id()).isEqualTo("org_1");
    assertThat(organization.slug()).isEqualTo("acme");
    assertThat(organization.role()).isEqualTo("org:admin");
    assertThat(organization.permissions())
        .containsExactly("org:billing:read", "org:billing:manage", "org:both:manage");
    assertThat(session.features())
        .extracting(ScopedName::toString)
        .containsExactly("o:billing", "u:themes", "ou:both");
    assertThat(session.plans()).extracting(ScopedName::name).containsExactly("pro", "plus");
    assertThat(session.factorAges()).containsExactly(3L, -1L);
    assertThat(session.isPending()).isFalse();
  }

  @Test
  void firstVersion_isRead() {
    Map<String, Object> claims = Sessions.claims();
    claims.put("org_id", "org_1");
    claims.put("org_slug", "acme");
    claims.put("org_role", "org:admin");
    claims.put("org_permissions", List.of("org:billing:read"));
    claims.put("act", Map.of("sub", "user_admin"));
    SessionClaims session = new SessionClaims(claims);
    assertThat(session.organization().role()).isEqualTo("org:admin");
    assertThat(session.organization().permissions()).containsExactly("org:billing:read");
    assertThat(session.actor()).containsEntry("sub", "user_admin");
    assertThat(has(claims, Requirement.permission("billing:read"))).isTrue();
  }

  @Test
  void masksOfFewerThanAllFeatures_belongToThoseOfTheOrganization() {
    Map<String, Object> claims = second();
    claims.put("fea", "u:themes,o:billing,ou:both");
    Map<String, Object> o = new LinkedHashMap<>(Map.of("id", "org_1", "per", "read", "fpm", "1,0"));
    claims.put("o", o);
    assertThat(new SessionClaims(claims).organization().permissions())
        .containsExactly("org:billing:read");
    o.put("fpm", "0,1,0"); // As many as features: by their position.
    assertThat(new SessionClaims(claims).organization().permissions())
        .containsExactly("org:billing:read");
  }

  @Test
  void maskBeyondALong_isExact() {
    Map<String, Object> claims = second();
    String[] names = new String[80];
    Arrays.setAll(names, i -> "p" + i);
    claims.put("fea", "o:x");
    claims.put(
        "o",
        Map.of("id", "org_1", "per", String.join(",", names), "fpm", "604462909807314587353089"));
    assertThat(new SessionClaims(claims).organization().permissions())
        .containsExactly("org:x:p0", "org:x:p79"); // 2^79 + 1
  }

  @ParameterizedTest
  @CsvSource({
    "role, admin, true",
    "role, org:admin, true",
    "role, org:org:admin, true",
    "role, Admin, false",
    "role, '', false",
    "permission, org:billing:manage, true",
    "permission, billing:manage, true",
    "permission, org:themes:read, false",
    "permission, org:sys_profile:manage, false",
    "feature, billing, true",
    "feature, org:billing, true",
    "feature, user:billing, false",
    "feature, u:both, true",
    "feature, x:both, false",
    "feature, '', false",
    "plan, pro, true",
    "plan, user:pro, false",
    "plan, u:plus, true",
  })
  void single_requirements(String kind, String name, boolean expected) {
    Requirement requirement =
        switch (kind) {
          case "role" -> Requirement.role(name);
          case "permission" -> Requirement.permission(name);
          case "feature" -> Requirement.feature(name);
          default -> Requirement.plan(name);
        };
    assertThat(has(second(), requirement)).isEqualTo(expected);
  }

  @Test
  void all_thatIsAskedMustHold() {
    Requirement admin = Requirement.role("admin");
    assertThat(has(second(), admin.and(Requirement.plan("pro")))).isTrue();
    assertThat(has(second(), admin.and(Requirement.plan("enterprise")))).isFalse();
    assertThat(has(second(), Requirement.plan("enterprise").and(admin))).isFalse();
  }

  @Test
  void malformedClaims_grantNothing() {
    for (Object odd : Arrays.asList(null, 1L, true, "x", List.of(1L), Map.of("a", 1L))) {
      Map<String, Object> claims = second();
      for (String name : List.of("o", "fea", "pla", "fva")) {
        claims.put(name, odd);
      }
      for (Requirement one :
          List.of(
              Requirement.role("admin"),
              Requirement.permission("org:billing:read"),
              Requirement.feature("billing"),
              Requirement.plan("pro"),
              Requirement.reverification(Reverification.LAX))) {
        assertThat(has(claims, one)).as("%s", odd).isFalse();
      }
      assertThat(new SessionClaims(claims).organization()).isNull();
      assertThat(new SessionClaims(claims).features()).isEmpty();
    }
  }

  @Test
  void claimOfAnElementWithoutScope_isMalformedAsAWhole() {
    Map<String, Object> claims = second();
    claims.put("fea", "o:billing,themes");
    assertThat(has(claims, Requirement.feature("billing"))).isFalse();
    assertThat(new SessionClaims(claims).organization().permissions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // first, second, first_factor, second_factor, multi_factor; each within 10 minutes
    "0, -1, true, true, true",
    "9, 9, true, true, true",
    "10, 9, false, true, false",
    "9, 10, true, false, false",
    "10, -1, false, false, false",
    "-1, 0, false, true, false",
    "-1, -1, false, false, false",
  })
  void reverification(long first, long second, boolean one, boolean two, boolean both) {
    Map<String, Object> claims = second();
    claims.put("fva", List.of(first, second));
    assertThat(has(claims, within(Reverification.Level.FIRST_FACTOR))).isEqualTo(one);
    assertThat(has(claims, within(Reverification.Level.SECOND_FACTOR))).isEqualTo(two);
    assertThat(has(claims, within(Reverification.Level.MULTI_FACTOR))).isEqualTo(both);
  }

  private static Requirement within(Reverification.Level level) {
    return Requirement.reverification(Reverification.of(level, 10));
  }

  @Test
  void refusalOfAReverification_isWhatTheFrontendUnderstands() {
    assertThat(Reverification.STRICT.refusalBody())
        .isEqualTo(
            "{\"clerk_error\":{\"type\":\"forbidden\",\"reason\":\"reverification-error\","
                + "\"metadata\":{\"reverification\":\"strict\"}}}");
    assertThat(Reverification.of(Reverification.Level.FIRST_FACTOR, 5).refusalBody())
        .contains("{\"reverification\":{\"level\":\"first_factor\",\"afterMinutes\":5}}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reverification.of(Reverification.Level.FIRST_FACTOR, 0));
  }
}
