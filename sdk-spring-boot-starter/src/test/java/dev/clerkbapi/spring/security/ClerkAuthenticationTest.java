package dev.clerkbapi.spring.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.auth.MachineAuth;
import dev.clerkbapi.auth.TokenType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.Transient;

class ClerkAuthenticationTest {
  private static List<String> authorities(Authentication authentication) {
    return authentication.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList();
  }

  private static MachineAuth.Builder key() {
    return MachineAuth.builder(TokenType.API_KEY, "user_1").id("ak_1");
  }

  @Test
  void user_hasWhatTheTokenSays() {
    ClerkAuthentication authentication =
        ClerkAuthentication.ofCookie(Tokens.verified(Tokens.member().sessionId("sess_9")), "t");
    ClerkUser user = (ClerkUser) authentication.getPrincipal();
    assertThat(user.id()).isEqualTo("user_1").isEqualTo(authentication.getName());
    assertThat(user.sessionId()).isEqualTo("sess_9");
    assertThat(user.organizationId()).isEqualTo("org_1");
    assertThat(user.organizationSlug()).isEqualTo("acme");
    assertThat(user.organizationRole()).isEqualTo("org:member");
    assertThat(user.claims()).containsEntry("azp", Tokens.ORIGIN);
    assertThat(authentication.isAuthenticated()).isTrue();
    assertThat(authentication.isTokenInHeader()).isFalse();
  }

  @Test
  void user_withoutOrganization_hasNoAuthorities() {
    ClerkAuthentication authentication =
        ClerkAuthentication.ofHeader(Tokens.verified(Tokens.user()), "t");
    assertThat(authentication.getAuthorities()).isEmpty();
    assertThat(((ClerkUser) authentication.getPrincipal()).organizationId()).isNull();
    assertThat(authentication.isTokenInHeader()).isTrue();
  }

  @Test
  void roleAndPermissions_areAuthorities_asClerkWritesThem() {
    var token = Tokens.member().permissions("org:billing:read", "org:billing:manage");
    assertThat(authorities(ClerkAuthentication.ofHeader(Tokens.verified(token), "t")))
        .containsExactlyInAnyOrder("org:member", "org:billing:read", "org:billing:manage");
  }

  @Test
  void scopes_areAuthorities_withThePrefixOfSpring() {
    MachineAuth auth =
        key().scopes(List.of("reports:read", "reports:read", "", "org:admin")).build();
    ClerkAuthentication authentication = ClerkAuthentication.ofHeader(auth, "t");
    assertThat(authorities(authentication))
        .containsExactly("SCOPE_reports:read", "SCOPE_org:admin");
    ClerkMachine machine = (ClerkMachine) authentication.getPrincipal();
    assertThat(machine.userId()).isEqualTo("user_1");
    assertThat(machine.organizationId()).isNull();
    assertThat(machine.tokenId()).isEqualTo("ak_1");
    assertThat(machine.tokenType()).isEqualTo(TokenType.API_KEY);
    assertThat(machine.auth()).isSameAs(auth);
  }

  @Test
  void token_isTheCredentials_untilErased_andNeverPrinted() {
    String token = Tokens.user().sign();
    ClerkAuthentication authentication =
        ClerkAuthentication.ofHeader(Tokens.verified(Tokens.user()), token);
    assertThat(authentication.getCredentials()).isEqualTo(token);
    assertThat(authentication.toString()).doesNotContain(token);
    authentication.eraseCredentials();
    assertThat(authentication.getCredentials()).isNull();
    assertThat(authentication.isAuthenticated()).isTrue();
  }

  @Test
  void authentication_isNeverKeptInASession() {
    assertThat(ClerkAuthentication.class.isAnnotationPresent(Transient.class)).isTrue();
  }

  @Test
  void equality_isThatOfTheToken() {
    var token = Tokens.member();
    var claims = Tokens.verified(token);
    assertThat(ClerkAuthentication.ofHeader(claims, "t"))
        .isEqualTo(ClerkAuthentication.ofHeader(claims, "t"))
        .hasSameHashCodeAs(ClerkAuthentication.ofHeader(claims, "t"))
        .isNotEqualTo(ClerkAuthentication.ofCookie(claims, "t"))
        .isNotEqualTo(ClerkAuthentication.ofHeader(Tokens.verified(Tokens.user()), "t"));
    assertThat(ClerkAuthentication.ofHeader(key().build(), "t"))
        .isEqualTo(ClerkAuthentication.ofHeader(key().build(), "t"))
        .isNotEqualTo(ClerkAuthentication.ofHeader(key().id("ak_2").build(), "t"));
  }

  @Test
  void authentication_isSerializable_withoutItsToken() throws Exception {
    for (var auth : List.of(Tokens.verified(Tokens.member()), key().build())) {
      ClerkAuthentication before = ClerkAuthentication.ofHeader(auth, "a-token");
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new ObjectOutputStream(bytes).writeObject(before);
      assertThat(bytes.toString(StandardCharsets.ISO_8859_1)).doesNotContain("a-token");
      ClerkAuthentication after =
          (ClerkAuthentication)
              new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
      assertThat(after.getPrincipal()).isEqualTo(before.getPrincipal());
      assertThat(after.isTokenInHeader()).isTrue();
      assertThat(after.getCredentials()).isNull();
    }
  }
}
