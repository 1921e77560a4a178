package dev.clerkbapi.samples.spring.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.auth.TokenType;
import dev.clerkbapi.samples.spring.security.SecuredApplication.Sent;
import dev.clerkbapi.spring.security.ClerkMachine;
import dev.clerkbapi.spring.security.ClerkSecurity;
import dev.clerkbapi.spring.security.ClerkUser;
import dev.clerkbapi.testing.FakeFault;
import dev.clerkbapi.testing.FakeSessionToken;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Real requests to an application whose filter chain is as the documentation has it. */
class SecurityOverHttpTest {
  private static final String OAUTH_VERIFICATION = "/v1/oauth_applications/access_tokens/verify";
  private static SecuredApplication application;

  static class Chain {
    @Bean
    SecurityFilterChain api(HttpSecurity http, ClerkSecurity clerk) throws Exception {
      return http.authorizeHttpRequests(
              requests ->
                  requests
                      .requestMatchers("/public")
                      .permitAll()
                      .requestMatchers("/admin")
                      .hasAuthority("org:admin")
                      .requestMatchers("/reports")
                      .hasAuthority("SCOPE_reports:read")
                      .anyRequest()
                      .authenticated())
          .with(clerk.requests(), c -> c.accepts(TokenType.SESSION_TOKEN, TokenType.OAUTH_TOKEN))
          .build();
    }
  }

  @RestController
  static class Controller {
    @GetMapping({"/public", "/me", "/admin"})
    String who(@AuthenticationPrincipal ClerkUser user) {
      return user == null ? "nobody" : user.id() + " " + user.organizationRole();
    }

    @PostMapping({"/public", "/me"})
    String change(@AuthenticationPrincipal ClerkUser user) {
      return user == null ? "nobody" : user.id();
    }

    @GetMapping({"/reports", "/machine"})
    String machine(@AuthenticationPrincipal ClerkMachine machine) {
      return machine == null ? "no machine" : machine.subject();
    }

    @PreAuthorize("@clerk.has('org:billing:manage')")
    @GetMapping("/billing")
    String billing() {
      return "bills";
    }

    @PreAuthorize("@clerk.has('org:billing:manage') and @clerk.reverified('strict')")
    @PostMapping("/pay")
    String pay() {
      return "paid";
    }

    @GetMapping("/later")
    Callable<String> later(@AuthenticationPrincipal ClerkMachine machine) {
      return () -> "later " + machine.subject();
    }

    @GetMapping("/fails")
    String fails() {
      throw new IllegalStateException("as the test asked for");
    }
  }

  @BeforeAll
  static void start() {
    application = SecuredApplication.start(Chain.class, Controller.class);
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @BeforeEach
  void reset() {
    application.bapi.reset();
    application.bapi.addUser("user_1");
  }

  private static FakeSessionToken session() {
    return application.bapi.tokens().session("user_1").authorizedParty(SecuredApplication.ORIGIN);
  }

  private static String[] bearer(String token) {
    return new String[] {"Authorization", "Bearer " + token};
  }

  private static String[] cookies(FakeSessionToken token) {
    return cookies(token.sign());
  }

  private static String[] cookies(String token) {
    long signedIn = Instant.now().minusSeconds(600).getEpochSecond();
    return new String[] {"Cookie", "__session=" + token + "; __client_uat=" + signedIn};
  }

  private static String oauth(String... scopes) {
    return application.bapi.issueOAuthToken("user_1", "client_1", scopes);
  }

  @Test
  void goodToken_isTheUser() {
    String[] header = bearer(session().organization("org_1", "org:admin").sign());
    assertThat(application.get("/me", header).body()).isEqualTo("user_1 org:admin");
    assertThat(application.get("/public", header).body()).isEqualTo("user_1 org:admin");
    assertThat(application.get("/me", cookies(session())).body()).isEqualTo("user_1 null");
  }

  @Test
  void machine_isNoUser() {
    assertThat(application.get("/machine", bearer(oauth())).body()).isEqualTo("user_1");
    assertThat(application.get("/me", bearer(oauth())).body()).isEqualTo("nobody");
    assertThat(application.get("/machine", bearer(session().sign())).body())
        .isEqualTo("no machine");
  }

  @Test
  void noToken_isAnonymous() {
    assertThat(application.get("/public").body()).isEqualTo("nobody");
    Sent refused = application.get("/me");
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(refused.header("x-clerk-auth-reason")).isEqualTo("session-token-and-uat-missing");
    assertThat(refused.body())
        .isEqualTo("{\"error\":\"unauthenticated\",\"reason\":\"session-token-and-uat-missing\"}");
    assertThat(application.get("/billing").status()).isEqualTo(401);
  }

  @Test
  void badTokenInTheHeader_isRefusedEverywhere() {
    for (String path : new String[] {"/me", "/public"}) {
      Sent refused = application.get(path, bearer(session().expired().sign()));
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.header("WWW-Authenticate"))
          .isEqualTo(
              "Bearer error=\"invalid_token\", error_description=\"session-token-expired"
                  + "-refresh-non-eligible-no-refresh-cookie\"");
      assertThat(refused.header("x-clerk-auth-status")).isEqualTo("signed-out");
      assertThat(refused.header("x-clerk-auth-message")).isEmpty();
      assertThat(refused.body()).startsWith("{\"error\":\"invalid_token\"");
      assertThat(application.get(path, bearer("ak_of_a_kind_not_accepted")).status())
          .isEqualTo(401);
      assertThat(application.get(path, bearer("mist")).header("x-clerk-auth-reason"))
          .isEqualTo("token-invalid");
    }
  }

  @Test
  void badCookie_isAnonymous() {
    String[] expired = cookies(session().expired());
    assertThat(application.get("/public", expired).body()).isEqualTo("nobody");
    assertThat(application.get("/public", cookies("mist")).body()).isEqualTo("nobody");
    Sent refused = application.get("/me", expired);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(refused.header("x-clerk-auth-reason")).startsWith("session-token-expired");
  }

  @Test
  void role_isAnAuthority() {
    String admin = session().organization("org_1", "org:admin").sign();
    String member = session().organization("org_1", "org:member").sign();
    assertThat(application.get("/admin", bearer(admin)).status()).isEqualTo(200);
    Sent refused = application.get("/admin", bearer(member));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer error=\"insufficient_scope\"");
    assertThat(refused.body()).isEqualTo("{\"error\":\"insufficient_scope\"}");
  }

  @Test
  void refusedCookie_isNotChallenged() {
    Sent refused = application.get("/admin", cookies(session()));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.header("WWW-Authenticate")).isEmpty();
  }

  @Test
  void scope_isAnAuthority() {
    assertThat(application.get("/reports", bearer(oauth("reports:read"))).status()).isEqualTo(200);
    assertThat(application.get("/reports", bearer(oauth("profile"))).status()).isEqualTo(403);
    String named = session().organization("org_1", "SCOPE_reports:read").sign();
    assertThat(application.get("/reports", bearer(named)).status()).isEqualTo(403);
  }

  @Test
  void has_asksForAPermission() {
    FakeSessionToken member = session().organization("org_1", "org:member");
    assertThat(
            application
                .get("/billing", bearer(member.permissions("org:billing:manage").sign()))
                .body())
        .isEqualTo("bills");
    Sent refused = application.get("/billing", bearer(member.sign()));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body()).isEqualTo("{\"error\":\"insufficient_scope\"}");
    assertThat(application.get("/billing", bearer(oauth("org:billing:manage"))).status())
        .isEqualTo(403);
  }

  @Test
  void reverified_letsTheFrontendAsk() {
    FakeSessionToken may =
        session().organization("org_1", "org:member").permissions("org:billing:manage");
    assertThat(application.post("/pay", bearer(may.factorAges(3, -1).sign())).body())
        .isEqualTo("paid");
    Sent refused = application.post("/pay", bearer(may.factorAges(11, -1).sign()));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body())
        .isEqualTo(
            "{\"clerk_error\":{\"type\":\"forbidden\",\"reason\":\"reverification-error\","
                + "\"metadata\":{\"reverification\":\"strict\"}}}");
    assertThat(application.post("/pay", bearer(session().factorAges(11, -1).sign())).body())
        .isEqualTo("{\"error\":\"insufficient_scope\"}");
  }

  @Test
  void csrf_isForCookiesOnly() {
    assertThat(application.post("/me", bearer(session().sign())).body()).isEqualTo("user_1");
    String[] cookies = cookies(session());
    Sent forged = application.post("/me", cookies);
    assertThat(forged.status()).isEqualTo(403);
    assertThat(forged.body()).isEqualTo("{\"error\":\"invalid_csrf_token\"}");
    assertThat(application.post("/public", cookies).status()).isEqualTo(403);
    assertThat(application.post("/public").status()).isEqualTo(403);
    Sent basic = application.post("/me", "Authorization", "Basic eDp5", cookies[0], cookies[1]);
    assertThat(basic.status()).isEqualTo(403);
    for (String path : new String[] {"/me", "/public"}) {
      Sent bogus = application.post(path, "Authorization", "Bearer x", cookies[0], cookies[1]);
      assertThat(bogus.status()).isEqualTo(401);
    }
  }

  @Test
  void clerkFailed_isNoFaultOfTheCaller() {
    String token = oauth();
    application.bapi.failNext(FakeFault.error(503, "service_unavailable"));
    Sent failed = application.get("/machine", bearer(token));
    assertThat(failed.status()).isEqualTo(503);
    assertThat(failed.header("WWW-Authenticate")).isEmpty();
    assertThat(failed.header("Retry-After")).isEmpty();
    assertThat(failed.body())
        .isEqualTo("{\"error\":\"temporarily_unavailable\",\"reason\":\"unexpected-error\"}");

    application.bapi.failNext(FakeFault.rateLimited(Duration.ofSeconds(1)));
    Sent limited = application.get("/machine", bearer(token));
    assertThat(limited.status()).isEqualTo(503);
    assertThat(limited.header("Retry-After")).isEqualTo("1");
    assertThat(application.get("/machine", bearer(token)).status()).isEqualTo(200);
  }

  @Test
  void clerkFailed_whereNobodyIsNeeded_isAnonymous() {
    application.bapi.failNext(FakeFault.error(503, "service_unavailable"));
    assertThat(application.get("/public", bearer(oauth())).body()).isEqualTo("nobody");
  }

  @Test
  void refusedSecretKey_isOurFault() {
    application.bapi.failNext(FakeFault.error(401, "clerk_key_invalid"));
    Sent failed = application.get("/machine", bearer(oauth()));
    assertThat(failed.status()).isEqualTo(500);
    assertThat(failed.body())
        .isEqualTo("{\"error\":\"server_error\",\"reason\":\"secret-key-invalid\"}");
    application.bapi.failNext(FakeFault.error(401, "clerk_key_invalid"));
    assertThat(application.get("/public", bearer(oauth())).status()).isEqualTo(200);
  }

  @Test
  void laterDispatches_knowWhoItIs_withoutAnotherVerification() {
    String token = oauth();
    assertThat(application.get("/later", bearer(token)).body()).isEqualTo("later user_1");
    assertThat(application.bapi.requests("POST", OAUTH_VERIFICATION)).hasSize(1);
    Sent failed = application.get("/fails", bearer(token));
    assertThat(failed.status()).isEqualTo(500);
    assertThat(failed.body()).contains("\"path\":\"/fails\"");
    assertThat(application.bapi.requests("POST", OAUTH_VERIFICATION)).hasSize(2);
  }

  @Test
  void errorBeforeVerification_keepsItsStatus() {
    Sent refused = application.get("/me;a=b", bearer(session().sign()));
    assertThat(refused.status()).isEqualTo(400);
  }

  @Test
  void requests_leaveNoSession() {
    String token = session().sign();
    for (Sent response :
        new Sent[] {
          application.get("/me", bearer(token)),
          application.get("/me", cookies(token)),
          application.get("/me"),
          application.get("/me", "Accept", "text/html"),
          application.get("/me", bearer("mist")),
          application.get("/admin", bearer(token)),
          application.post("/me", bearer(token)),
        }) {
      assertThat(response.header("Set-Cookie")).isEmpty();
    }
  }
}
