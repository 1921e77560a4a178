package dev.clerkbapi.spring.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clerkbapi.auth.MachineAuth;
import dev.clerkbapi.auth.Requirement;
import dev.clerkbapi.auth.Reverification;
import dev.clerkbapi.auth.TokenType;
import dev.clerkbapi.testing.FakeSessionToken;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

class ClerkSecurityTest {
  private final ClerkSecurity clerk =
      new ClerkSecurity(
          new Authenticators(new DefaultListableBeanFactory()),
          SecurityContextHolder.getContextHolderStrategy());

  private static void as(Authentication authentication) {
    SecurityContextHolder.getContext().setAuthentication(authentication);
  }

  private static void as(FakeSessionToken token) {
    as(ClerkAuthentication.ofHeader(Tokens.verified(token), "t"));
  }

  @AfterEach
  void clear() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void form_tellsPermissionsFromRoles() {
    as(Tokens.member().permissions("org:billing:manage").organizationFeatures("reports"));
    assertThat(clerk.has("org:billing:manage")).isTrue();
    assertThat(clerk.has("org:billing:read")).isFalse();
    assertThat(clerk.has("org:member")).isTrue();
    assertThat(clerk.has("org:admin")).isFalse();
    assertThat(clerk.has("org:reports")).isFalse(); // A feature is no role.
    assertThat(clerk.has(Requirement.role("member"))).isTrue();
  }

  @Test
  void featuresAndPlans_haveQuestionsOfTheirOwn() {
    as(Tokens.member().organizationFeatures("reports").userPlans("pro"));
    assertThat(clerk.hasFeature("reports")).isTrue();
    assertThat(clerk.hasFeature("user:reports")).isFalse();
    assertThat(clerk.hasFeature("pro")).isFalse();
    assertThat(clerk.hasPlan("pro")).isTrue();
    assertThat(clerk.hasPlan("org:pro")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "admin",
        "billing:manage",
        "org:",
        "org::",
        "org:a:b:c",
        " org:admin",
        "org:a "
      })
  void nameOfNeitherForm_fails(String name) {
    as(Tokens.member());
    assertThatIllegalArgumentException().isThrownBy(() -> clerk.has(name));
    SecurityContextHolder.clearContext();
    assertThatIllegalArgumentException().isThrownBy(() -> clerk.has(name));
  }

  @Test
  void nobody_hasNothing() {
    hasNothing();
    as(new AnonymousAuthenticationToken("k", "anonymous", AuthorityUtils.createAuthorityList("x")));
    hasNothing();
    as(
        ClerkAuthentication.ofHeader(
            MachineAuth.builder(TokenType.API_KEY, "user_1")
                .scopes(List.of("org:admin", "org:billing:manage"))
                .build(),
            "t"));
    hasNothing();
    ClerkAuthentication gone =
        ClerkAuthentication.ofHeader(Tokens.verified(Tokens.member().permissions("org:a:b")), "t");
    gone.setAuthenticated(false);
    as(gone);
    assertThat(clerk.has("org:a:b")).isFalse();
    assertThat(clerk.reverified("lax")).isFalse();
  }

  private void hasNothing() {
    assertThat(clerk.has("org:admin")).isFalse();
    assertThat(clerk.has("org:billing:manage")).isFalse();
    assertThat(clerk.hasPlan("pro")).isFalse();
    assertThat(clerk.hasFeature("reports")).isFalse();
    assertThat(clerk.reverified("lax")).isFalse();
  }

  @Test
  void reverified_throwsWhatBecomesTheFrontendsQuestion() {
    as(Tokens.user().factorAges(30, -1));
    assertThat(clerk.reverified("moderate")).isTrue();
    assertThat(clerk.reverified(Reverification.of(Reverification.Level.FIRST_FACTOR, 31))).isTrue();
    assertThatThrownBy(() -> clerk.reverified("strict_mfa"))
        .isInstanceOfSatisfying(
            AuthorizationDeniedException.class,
            e ->
                assertThat(((ReverificationDecision) e.getAuthorizationResult()).refusalBody())
                    .isEqualTo(Reverification.STRICT_MFA.refusalBody()));
    assertThatThrownBy(() -> clerk.reverified("strict"))
        .isInstanceOf(AuthorizationDeniedException.class);
    assertThatIllegalArgumentException().isThrownBy(() -> clerk.reverified("Strict"));
  }

  @Test
  void requests_acceptAKindAtLeast() {
    assertThatIllegalArgumentException().isThrownBy(() -> clerk.requests().accepts());
  }
}
