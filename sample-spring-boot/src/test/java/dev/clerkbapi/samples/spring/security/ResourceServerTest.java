package dev.clerkbapi.samples.spring.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.samples.spring.security.SecuredApplication.Sent;
import dev.clerkbapi.spring.security.ClerkJwtDecoder;
import dev.clerkbapi.testing.FakeFault;
import dev.clerkbapi.testing.FakeSessionToken;
import jakarta.servlet.DispatcherType;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Session tokens in a resource server of Spring Security. */
class ResourceServerTest {
  private static final String ASKED_FOR = "clerk.jwt-decoder=true";

  @RestController
  static class Controller {
    @GetMapping("/jwt")
    String jwt(@AuthenticationPrincipal Jwt jwt) {
      return jwt.getSubject() + " " + jwt.getIssuer() + " " + jwt.getHeaders().get("kid");
    }
  }

  private static FakeSessionToken session(SecuredApplication application) {
    return application.bapi.tokens().session("user_1").authorizedParty(SecuredApplication.ORIGIN);
  }

  private static Sent get(SecuredApplication application, String path, FakeSessionToken token) {
    return application.get(path, "Authorization", "Bearer " + token.sign());
  }

  @Test
  void decoder_isAllThatBootNeeds() {
    try (SecuredApplication application =
        SecuredApplication.startWith(ASKED_FOR, Controller.class)) {
      FakeSessionToken token = session(application);
      Sent good = get(application, "/jwt", token);
      assertThat(good.body()).isEqualTo("user_1 https://clerk.example.com ins_fakebapi");
      Sent refused = get(application, "/jwt", token.authorizedParty("https://evil.example.com"));
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.header("WWW-Authenticate"))
          .contains("error=\"invalid_token\"", "token-invalid-authorized-parties")
          .doesNotContain("evil");
      assertThat(application.get("/jwt").status()).isEqualTo(401);
    }
  }

  static class Converted {
    @Bean
    SecurityFilterChain api(HttpSecurity http) throws Exception {
      return http.authorizeHttpRequests(
              requests ->
                  requests
                      .dispatcherTypeMatchers(DispatcherType.ERROR)
                      .permitAll() // Or a 500 becomes a 401.
                      .anyRequest()
                      .authenticated())
          .oauth2ResourceServer(
              server ->
                  server.jwt(
                      jwt -> jwt.jwtAuthenticationConverter(ClerkJwtDecoder::authentication)))
          .build();
    }
  }

  @Test
  void clerkFailed_isNoFaultOfTheCaller() {
    try (SecuredApplication application =
        SecuredApplication.startWith(ASKED_FOR, Converted.class)) {
      application.bapi.failNext(FakeFault.error(503, "service_unavailable"));
      assertThat(get(application, "/me", session(application)).status()).isEqualTo(500);
    }
  }

  @Test
  void authentication_isThatOfClerk() {
    try (SecuredApplication application =
        SecuredApplication.startWith(
            ASKED_FOR, Converted.class, SecurityOverHttpTest.Controller.class)) {
      FakeSessionToken member = session(application).organization("org_1", "org:member");
      assertThat(get(application, "/me", member).body()).isEqualTo("user_1 org:member");
      assertThat(get(application, "/billing", member).status()).isEqualTo(403);
      assertThat(get(application, "/billing", member.permissions("org:billing:manage")).body())
          .isEqualTo("bills");
    }
  }
}
