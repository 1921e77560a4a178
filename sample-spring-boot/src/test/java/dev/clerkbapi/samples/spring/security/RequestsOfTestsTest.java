package dev.clerkbapi.samples.spring.security;

import static dev.clerkbapi.spring.testing.ClerkRequestPostProcessors.clerkMachine;
import static dev.clerkbapi.spring.testing.ClerkRequestPostProcessors.clerkUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.clerkbapi.auth.TokenType;
import dev.clerkbapi.testing.FakeFault;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Requests of {@code MockMvc} as somebody, against the application of the tests over HTTP. */
class RequestsOfTestsTest {
  private static SecuredApplication application;
  private static MockMvc mvc;

  @BeforeAll
  static void start() {
    application =
        SecuredApplication.start(
            SecurityOverHttpTest.Chain.class, SecurityOverHttpTest.Controller.class);
    mvc = application.mvc();
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  private static MockHttpServletResponse getAs(String path, RequestPostProcessor as)
      throws Exception {
    return mvc.perform(get(path).with(as)).andReturn().getResponse();
  }

  @Test
  void user_isThePrincipal() throws Exception {
    assertThat(getAs("/me", clerkUser("user_7")).getContentAsString()).isEqualTo("user_7 null");
    assertThat(getAs("/me", clerkUser("user_7").org("org_1")).getContentAsString())
        .isEqualTo("user_7 org:member");
  }

  @Test
  void role_andPermissions_areGranted() throws Exception {
    var member = clerkUser("user_1").org("org_1");
    assertThat(getAs("/admin", member.role("admin")).getStatus()).isEqualTo(200);
    assertThat(getAs("/admin", member.role("org:admin")).getStatus()).isEqualTo(200);
    assertThat(getAs("/admin", member).getStatus()).isEqualTo(403);
    assertThat(getAs("/billing", member.permissions("org:billing:manage")).getStatus())
        .isEqualTo(200);
    assertThat(getAs("/billing", member.permissions("org:billing:read")).getStatus())
        .isEqualTo(403);
  }

  @Test
  void factorAges_areAskedFor() throws Exception {
    var may = clerkUser("user_1").org("org_1").permissions("org:billing:manage");
    assertThat(mvc.perform(post("/pay").with(may)).andReturn().getResponse().getStatus())
        .isEqualTo(200);
    MockHttpServletResponse refused =
        mvc.perform(post("/pay").with(may.factorAges(10, -1))).andReturn().getResponse();
    assertThat(refused.getStatus()).isEqualTo(403);
    assertThat(refused.getContentAsString()).contains("reverification-error");
  }

  @Test
  void csrfToken_isNeededInACookieOnly() throws Exception {
    var user = clerkUser("user_1");
    assertThat(status(post("/me").with(user))).isEqualTo(200);
    assertThat(status(post("/me").with(user.inCookie()))).isEqualTo(403);
    assertThat(status(post("/me").with(user.inCookie()).with(csrf()))).isEqualTo(200);
    assertThat(status(post("/me").with(user("somebody")))).isEqualTo(403);
  }

  private static int status(RequestBuilder request) throws Exception {
    return mvc.perform(request).andReturn().getResponse().getStatus();
  }

  @Test
  void machine_hasItsScopes() throws Exception {
    var key = clerkMachine(TokenType.API_KEY, "org_5");
    assertThat(getAs("/machine", key).getContentAsString()).isEqualTo("org_5");
    assertThat(getAs("/reports", key).getStatus()).isEqualTo(403);
    assertThat(getAs("/reports", key.scopes("reports:read")).getStatus()).isEqualTo(200);
    assertThat(getAs("/me", key).getContentAsString()).isEqualTo("nobody");
    assertThat(status(post("/me").with(key))).isEqualTo(200);
    assertThat(getAs("/billing", key.scopes("org:billing:manage")).getStatus()).isEqualTo(403);
  }

  @Test
  void otherAuthentication_isLeftAlone_unlessTheHeaderHasAToken() throws Exception {
    assertThat(status(get("/billing").with(user("somebody")))).isEqualTo(403);
    assertThat(status(get("/machine").with(user("somebody")))).isEqualTo(200);
    assertThat(
            status(get("/machine").with(user("somebody")).header("Authorization", "Bearer mist")))
        .isEqualTo(401);
  }

  @Test
  void cookies_areNotLookedAt_whenSomebodyIsKnown() throws Exception {
    String token =
        application
            .bapi
            .tokens()
            .session("user_1")
            .authorizedParty(SecuredApplication.ORIGIN)
            .sign();
    Cookie session = new Cookie("__session", token);
    Cookie signedIn =
        new Cookie("__client_uat", "" + Instant.now().minusSeconds(600).getEpochSecond());
    assertThat(body(get("/me").cookie(session, signedIn))).isEqualTo("user_1 null");
    assertThat(body(get("/me").cookie(session, signedIn).with(clerkUser("user_9"))))
        .isEqualTo("user_9 null");
    assertThat(body(get("/me").header("Authorization", "Bearer " + token).with(user("other"))))
        .isEqualTo("user_1 null");
  }

  private static String body(RequestBuilder request) throws Exception {
    return mvc.perform(request).andReturn().getResponse().getContentAsString();
  }

  @Test
  void clerkFailed_doesNotPassForSomebodyElse() throws Exception {
    application.bapi.addUser("user_1");
    String token = application.bapi.issueOAuthToken("user_1", "client_1");
    application.bapi.failNext(FakeFault.error(503, "service_unavailable"));
    var byOther = post("/public").with(user("somebody")).header("Authorization", "Bearer " + token);
    assertThat(status(byOther)).isEqualTo(503);
    application.bapi.failNext(FakeFault.error(503, "service_unavailable"));
    assertThat(status(post("/public").header("Authorization", "Bearer " + token)))
        .isEqualTo(200); // As nobody's.
  }
}
