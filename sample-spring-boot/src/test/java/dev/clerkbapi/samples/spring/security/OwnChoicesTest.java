package dev.clerkbapi.samples.spring.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.auth.RequestAuthenticator;
import dev.clerkbapi.auth.TokenType;
import dev.clerkbapi.samples.spring.security.SecuredApplication.Sent;
import dev.clerkbapi.spring.security.ClerkAuthenticationException;
import dev.clerkbapi.spring.security.ClerkSecurity;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;

/** What an application decides itself goes before what the starter would do. */
class OwnChoicesTest {
  private static String reason(Exception e) {
    return e instanceof ClerkAuthenticationException bad ? bad.reason().value() : "none";
  }

  static class OwnResponses {
    @Bean
    SecurityFilterChain api(HttpSecurity http, ClerkSecurity clerk) throws Exception {
      return http.authorizeHttpRequests(
              requests ->
                  requests
                      .requestMatchers("/public")
                      .permitAll()
                      .requestMatchers("/admin")
                      .hasAuthority("org:admin")
                      .anyRequest()
                      .authenticated())
          .exceptionHandling(
              e ->
                  e.authenticationEntryPoint(
                          (request, response, why) -> {
                            response.setStatus(418);
                            response.setHeader("why", reason(why));
                            response.setHeader(
                                "out",
                                ClerkSecurity.signedOut(request)
                                    .map(out -> out.reason().value())
                                    .orElse("nothing"));
                          })
                      .accessDeniedHandler((request, response, why) -> response.setStatus(419)))
          .with(clerk.requests(), c -> {})
          .build();
    }
  }

  @Test
  void entryPoint_andAccessDeniedHandler_areTheApplications() {
    try (SecuredApplication application =
        SecuredApplication.start(OwnResponses.class, SecurityOverHttpTest.Controller.class)) {
      Sent none = application.get("/me");
      assertThat(none.status()).isEqualTo(418);
      assertThat(none.header("out")).isEqualTo("session-token-and-uat-missing");
      Sent bad = application.get("/public", "Authorization", "Bearer mist");
      assertThat(bad.status()).isEqualTo(418);
      assertThat(bad.header("why")).isEqualTo("token-invalid");
      assertThat(bad.header("out")).isEqualTo("token-invalid");
      String good = "Bearer " + session(application);
      assertThat(application.get("/admin", "Authorization", good).status()).isEqualTo(419);
    }
  }

  private static String session(SecuredApplication application) {
    return application
        .bapi
        .tokens()
        .session("user_1")
        .authorizedParty(SecuredApplication.ORIGIN)
        .sign();
  }

  static class CookieTokens {
    @Bean
    SecurityFilterChain pages(HttpSecurity http, ClerkSecurity clerk) throws Exception {
      return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
          .csrf(
              csrf ->
                  csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                      .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
          .with(clerk.requests(), c -> c.tellMessages(true))
          .build();
    }
  }

  @Test
  void cookie_withItsCsrfToken_mayChangeSomething() {
    try (SecuredApplication application =
        SecuredApplication.start(CookieTokens.class, SecurityOverHttpTest.Controller.class)) {
      long signedIn = Instant.now().minusSeconds(600).getEpochSecond();
      String cookies =
          "__session=" + session(application) + "; __client_uat=" + signedIn + "; XSRF-TOKEN=abc";
      Sent changed = application.post("/me", "Cookie", cookies, "X-XSRF-TOKEN", "abc");
      assertThat(changed.body()).isEqualTo("user_1");
      assertThat(application.post("/me", "Cookie", cookies, "X-XSRF-TOKEN", "x").status())
          .isEqualTo(403);
      assertThat(application.post("/me", "Cookie", cookies).status()).isEqualTo(403);
      assertThat(application.get("/me").header("x-clerk-auth-message"))
          .startsWith("session-token-and-uat-missing");
    }
  }

  static class OwnAuthenticator {
    @Bean
    @Primary
    RequestAuthenticator mine(ClerkClient client) {
      return RequestAuthenticator.builder()
          .client(client)
          .acceptsToken(TokenType.OAUTH_TOKEN)
          .build();
    }
  }

  static class Default {
    @Bean
    SecurityFilterChain api(HttpSecurity http, ClerkSecurity clerk) throws Exception {
      return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
          .with(clerk.requests(), c -> {})
          .build();
    }
  }

  @Test
  void authenticatorOfTheApplication_isUsed() {
    try (SecuredApplication application =
        SecuredApplication.start(
            OwnAuthenticator.class, Default.class, SecurityOverHttpTest.Controller.class)) {
      application.bapi.addUser("user_1");
      String token = application.bapi.issueOAuthToken("user_1", "client_1");
      assertThat(application.get("/machine", "Authorization", "Bearer " + token).body())
          .isEqualTo("user_1");
      Sent refused = application.get("/me", "Authorization", "Bearer " + session(application));
      assertThat(refused.header("x-clerk-auth-reason")).isEqualTo("token-type-mismatch");
    }
  }

  @Test
  void authenticatorOfTheApplication_isNotPassedOver() {
    assertThatThrownBy(
            () ->
                SecuredApplication.start(
                        OwnAuthenticator.class,
                        SecurityOverHttpTest.Chain.class,
                        SecurityOverHttpTest.Controller.class)
                    .close())
        .rootCause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("accepts(..)")
        .hasMessageContaining("mine");
  }
}
