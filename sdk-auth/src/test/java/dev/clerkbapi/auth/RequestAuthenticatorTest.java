package dev.clerkbapi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.clerkbapi.auth.fixtures.Sessions;
import dev.clerkbapi.auth.fixtures.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions in headers and cookies. */
class RequestAuthenticatorTest {
  private static final SigningKey KEY = SigningKey.of("ins_1");
  private static final String HOST = "clerk.example.com";
  private static final String LIVE = publishable("pk_live_");
  private static final String TEST = publishable("pk_test_");
  private static final long NOW = Sessions.seconds();
  private static final String GOOD = KEY.token(Sessions.claims());

  private static String publishable(String prefix) {
    byte[] host = (HOST + "$").getBytes(StandardCharsets.UTF_8);
    return prefix + Base64.getEncoder().encodeToString(host);
  }

  private static RequestAuthenticatorBuilder builder() {
    return RequestAuthenticator.builder()
        .jwtKey(KEY.pem())
        .publishableKey(LIVE)
        .authorizedParties(Sessions.ORIGIN)
        .clock(Sessions.CLOCK);
  }

  private static IncomingRequest get(String... headers) {
    return request("GET", "https://app.example.com/me", headers);
  }

  private static IncomingRequest request(String method, String url, String... headers) {
    Map<String, List<String>> map = new LinkedHashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      map.put(headers[i], List.of(headers[i + 1]));
    }
    return IncomingRequest.of(method, url, map);
  }

  private static String outcome(RequestAuthenticator authenticator, IncomingRequest request) {
    AuthResult result = authenticator.authenticate(request);
    return result instanceof SignedOut out
        ? out.reason().value()
        : ((SignedIn) result).auth().subject();
  }

  private static String outcome(IncomingRequest request) {
    return outcome(builder().build(), request);
  }

  private static String cookies(String text) {
    return outcome(get("Cookie", text));
  }

  @Nested
  class Header {
    @ParameterizedTest
    @ValueSource(strings = {"Bearer T", "bearer T", "BEARER   T", "T", " T ", "Bearer T more"})
    void token_signsIn(String value) {
      assertThat(outcome(get("AUTHORIZATION", value.replace("T", GOOD)))).isEqualTo("user_1");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"Bearer", "Bearer \"T\"", "Bearer\tT", "Bearer T, Bearer T", "ak_1", "x"})
    void garbage_isInvalid(String value) {
      assertThat(outcome(get("Authorization", value.replace("T", GOOD))))
          .isEqualTo("token-invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Basic dXNlcjpwYXNz", "Token T", "DPoP T"})
    void otherScheme_isNoToken(String value) {
      String cookie = "__session=" + GOOD + "; __client_uat=" + NOW;
      assertThat(outcome(get("Authorization", value.replace("T", GOOD), "Cookie", cookie)))
          .isEqualTo("user_1");
    }

    @Test
    void badToken_goesBeforeAGoodCookie() {
      String cookie = "__session=" + GOOD + "; __client_uat=" + NOW;
      assertThat(outcome(get("Authorization", "Bearer x", "Cookie", cookie)))
          .isEqualTo("token-invalid");
    }

    @Test
    void severalHeaders_areNoGoodToken() {
      IncomingRequest request =
          IncomingRequest.of(
              "GET", "/me", Map.of("authorization", List.of("Bearer " + GOOD, "Bearer " + GOOD)));
      assertThat(outcome(request)).isEqualTo("token-invalid");
    }

    @Test
    void timesOfASession_haveReasonsOfTheirOwn() {
      String expired = "Bearer " + KEY.token(Sessions.with("exp", NOW - 60));
      assertThat(outcome(get("Authorization", expired)))
          .isEqualTo("session-token-expired-refresh-non-eligible-no-refresh-cookie");
      assertThat(outcome(request("POST", "/me", "Authorization", expired)))
          .isEqualTo("session-token-expired-refresh-non-eligible-non-get");
      String refresh = "__refresh_" + suffix(LIVE) + "=x";
      assertThat(outcome(get("Authorization", expired, "Cookie", refresh)))
          .isEqualTo("session-token-expired");
      assertThat(outcome(get("Authorization", KEY.token(Sessions.with("nbf", NOW + 60)))))
          .isEqualTo("session-token-nbf");
      assertThat(outcome(get("Authorization", KEY.token(Sessions.with("iat", NOW + 60)))))
          .isEqualTo("session-token-iat-in-the-future");
    }

    @Test
    void otherClassOrKind_isAMismatch() {
      Map<String, Object> header = KEY.header();
      for (String cat : List.of("cl_B7d4PD222AAA", "cl_B7d4PD333AAA", "cl_new")) {
        header.put("cat", cat);
        assertThat(outcome(get("Authorization", KEY.token(header, Sessions.claims()))))
            .isEqualTo("token-type-mismatch");
      }
      header.put("cat", "cl_I7d4PD111III");
      assertThat(outcome(get("Authorization", KEY.token(header, Sessions.claims()))))
          .isEqualTo("user_1");
      assertThat(outcome(get("Authorization", KEY.token(Sessions.with("sub", "mch_1")))))
          .isEqualTo("token-type-mismatch");
      Map<String, Object> oauth = KEY.header();
      oauth.put("typ", "at+jwt");
      assertThat(outcome(get("Authorization", KEY.token(oauth, Sessions.claims()))))
          .isEqualTo("token-type-mismatch");
    }

    @Test
    void paddedTokenOfAMachine_isNoSession() {
      String padded = KEY.token(Sessions.with("sub", "mch_1")) + "=";
      assertThat(outcome(get("Authorization", padded))).isEqualTo("token-type-mismatch");
      assertThat(
              outcome(
                  builder().acceptsTokens(TokenType.SESSION_TOKEN).build(),
                  get("Authorization", padded)))
          .isEqualTo("token-type-mismatch");
    }
  }

  private static String suffix(String key) {
    return dev.clerkbapi.auth.internal.PublishableKey.parse(key).suffix();
  }

  @Nested
  class CookieRules {
    private final String uat = "__client_uat=" + (NOW - 5);

    @Test
    void freshSession_signsIn() {
      assertThat(cookies("a=b; __session=" + GOOD + "; " + uat)).isEqualTo("user_1");
    }

    @Test
    void everyRule_hasItsReason() {
      assertThat(cookies("")).isEqualTo("session-token-and-uat-missing");
      assertThat(cookies("__client_uat=0")).isEqualTo("session-token-and-uat-missing");
      assertThat(cookies("__session=" + GOOD)).isEqualTo("session-token-but-no-client-uat");
      assertThat(cookies("__client_uat=x; __session=" + GOOD))
          .isEqualTo("session-token-but-no-client-uat");
      assertThat(cookies(uat)).isEqualTo("client-uat-but-no-session-token");
      assertThat(cookies("__session=abc; " + uat)).isEqualTo("token-invalid");
      assertThat(cookies("__session=" + GOOD + "; __client_uat=" + (NOW + 1)))
          .isEqualTo("session-token-iat-before-client-uat");
      assertThat(cookies("__session=" + KEY.token(Sessions.with("sub", "mch_1")) + "; " + uat))
          .isEqualTo("token-type-mismatch");
      assertThat(cookies("__session=" + KEY.token(Sessions.with("exp", NOW - 60)) + "; " + uat))
          .isEqualTo("session-token-expired-refresh-non-eligible-no-refresh-cookie");
      assertThat(cookies("__session=" + KEY.token(Sessions.without("azp")) + "; " + uat))
          .isEqualTo("token-invalid-authorized-parties");
    }

    @Test
    void developmentInstance_needsADevelopmentBrowser() {
      RequestAuthenticator authenticator = builder().publishableKey(TEST).build();
      String session = "__session=" + GOOD + "; " + uat;
      assertThat(outcome(authenticator, get("Cookie", session))).isEqualTo("dev-browser-missing");
      assertThat(outcome(authenticator, get("Cookie", session + "; __clerk_db_jwt=d")))
          .isEqualTo("user_1");
      String url = "https://app.example.com/me?a=1&__clerk_db_jwt=d";
      assertThat(outcome(authenticator, request("GET", url, "Cookie", session)))
          .isEqualTo("dev-browser-sync");
      String syncing = url + "&__clerk_redirect_url=x";
      assertThat(outcome(authenticator, request("GET", syncing, "Cookie", session)))
          .isEqualTo("primary-responds-to-syncing");
      assertThat(outcome(builder().build(), request("GET", syncing, "Cookie", session)))
          .isEqualTo("user_1");
    }

    @ParameterizedTest
    @CsvSource({
      "https://other.example/, GET, document, primary-domain-cross-origin-sync",
      "https://other.example/, POST, document, user_1",
      "https://other.example/, GET, empty, user_1",
      "https://app.example.com/x, GET, document, user_1",
      "https://accounts.example.com/sign-in, GET, document, user_1",
      "https://clerk.example.com/x, GET, document, user_1",
      "no url, GET, document, user_1",
    })
    void pageFromAnotherSite_isSignedOut(
        String referer, String method, String destination, String expected) {
      IncomingRequest request =
          request(
              method,
              "http://10.0.0.1:8080/me",
              "Referer",
              referer,
              "Sec-Fetch-Dest",
              destination,
              "X-Forwarded-Proto",
              "https, http",
              "X-Forwarded-Host",
              "app.example.com, proxy",
              "Cookie",
              "__session=" + GOOD + "; " + uat);
      assertThat(outcome(request)).isEqualTo(expected);
    }

    @Test
    void severalHeaders_areAllSeen() {
      IncomingRequest request =
          IncomingRequest.of("GET", "/me", Map.of("cookie", List.of("__session=" + GOOD, uat)));
      assertThat(outcome(request)).isEqualTo("user_1");
    }

    @Test
    void encodedSemicolon_forgesNoCookie() {
      assertThat(cookies("x=1%3B__session%3D" + GOOD + "%3B" + uat.replace("=", "%3D")))
          .isEqualTo("session-token-and-uat-missing");
    }

    @Test
    void oddCookies_areNothing() {
      for (String odd : List.of("__session", ";;;", "=x", "__session=", "%", "__session=%zz; x")) {
        assertThat(outcome(builder().build(), get("Cookie", odd))).isNotEqualTo("user_1");
      }
    }
  }

  @Nested
  class Suffixes {
    private final String suffix = suffix(LIVE);
    private final String older = older();
    private final String mine = KEY.token(Sessions.with("sub", "user_mine"));
    private final String foreign = KEY.token(Sessions.with("iss", "https://other.example"));
    private final String uat = String.valueOf(NOW - 5);

    private static String older() {
      Map<String, Object> claims = Sessions.with("iat", NOW - 1);
      claims.put("sub", "user_older");
      return KEY.token(claims);
    }

    @Test
    void expiredSuffixedSession_inDevelopment_thePlainOneCounts() {
      String expired = KEY.token(Sessions.with("exp", NOW));
      String name = suffix(TEST);
      String cookie =
          "__clerk_db_jwt=d; __clerk_db_jwt_%1$s=d; __session=%2$s; __session_%1$s=%3$s;"
              + " __client_uat=0; __client_uat_%1$s=%4$s";
      RequestAuthenticator development = builder().publishableKey(TEST).build();
      assertThat(
              outcome(development, get("Cookie", String.format(cookie, name, GOOD, expired, uat))))
          .isEqualTo("session-token-but-no-client-uat");
      assertThat(outcome(development, get("Cookie", String.format(cookie, name, GOOD, mine, uat))))
          .isEqualTo("user_mine");
    }

    private String choose(String plain, String suffixed, String plainUat, String suffixedUat) {
      StringBuilder cookie = new StringBuilder("a=b");
      add(cookie, "__session", plain);
      add(cookie, "__session_" + suffix, suffixed);
      add(cookie, "__client_uat", plainUat);
      add(cookie, "__client_uat_" + suffix, suffixedUat);
      return cookies(cookie.toString());
    }

    private static void add(StringBuilder cookie, String name, String value) {
      if (value != null) {
        cookie.append("; ").append(name).append('=').append(value);
      }
    }

    @Test
    void unreadableOrWithoutIssuer_thePlainOneCounts() {
      assertThat(choose("abc", mine, uat, uat)).isEqualTo("token-invalid");
      String noIssuer = KEY.token(Sessions.without("iss"));
      assertThat(choose(noIssuer, mine, uat, uat)).isEqualTo("user_1");
    }

    @Test
    void sessionOfAnotherInstance_theSuffixedOneCounts() {
      assertThat(choose(foreign, mine, uat, uat)).isEqualTo("user_mine");
      assertThat(choose(foreign, null, uat, null)).isEqualTo("session-token-and-uat-missing");
    }

    @Test
    void nothingSuffixed_thePlainOneCounts() {
      assertThat(choose(GOOD, null, uat, null)).isEqualTo("user_1");
    }

    @Test
    void laterPlainToken_counts() {
      assertThat(choose(GOOD, older, uat, uat)).isEqualTo("user_1");
      assertThat(choose(older, mine, uat, uat)).isEqualTo("user_mine");
      assertThat(choose(mine, older, uat, uat)).isEqualTo("user_mine");
    }

    @Test
    void signedOutSuffixed_thePlainOneCountsUnlessSignedOutToo() {
      assertThat(choose(GOOD, mine, uat, "0")).isEqualTo("user_1");
      assertThat(choose(GOOD, mine, "0", "0")).isEqualTo("session-token-but-no-client-uat");
    }

    @Test
    void suffixedSessionWithoutUat_thePlainOneCounts() {
      assertThat(choose(older, mine, uat, null)).isEqualTo("user_older");
    }

    @Test
    void withoutPublishableKey_onlyPlainCookiesAreSeen() {
      RequestAuthenticator plain =
          RequestAuthenticator.builder()
              .jwtKey(KEY.pem())
              .authorizedParties(Sessions.ORIGIN)
              .clock(Sessions.CLOCK)
              .build();
      String cookie =
          "__session_"
              + suffix
              + "="
              + mine
              + "; __client_uat_"
              + suffix
              + "="
              + uat
              + "; __session="
              + GOOD
              + "; __client_uat="
              + uat;
      assertThat(outcome(plain, get("Cookie", cookie))).isEqualTo("user_1");
    }
  }

  @Nested
  class Pending {
    private final String token = KEY.token(Sessions.with("sts", "pending"));

    @Test
    void pendingSession_isSignedOutAndSaysSo() {
      SignedOut out = (SignedOut) builder().build().authenticate(get("Authorization", token));
      assertThat(out.reason()).isEqualTo(AuthReason.SESSION_PENDING);
      assertThat(out.sessionStatus()).isEqualTo("pending");
      assertThat(out.fate().status()).isEqualTo(401);
    }

    @Test
    void pendingSession_canBeSignedIn() {
      SignedIn in =
          (SignedIn)
              builder()
                  .treatPendingAsSignedOut(false)
                  .build()
                  .authenticate(get("Authorization", token));
      assertThat(in.session().orElseThrow().isPending()).isTrue();
    }
  }

  @Test
  void signedIn_hasTheTokenAndNoHeaders() {
    SignedIn in = (SignedIn) builder().build().authenticate(get("Authorization", GOOD));
    assertThat(in.token()).isEqualTo(GOOD);
    assertThat(in.headers()).isEmpty();
    assertThat(in.machine()).isEmpty();
    assertThat(in.tokenType()).isEqualTo(TokenType.SESSION_TOKEN);
  }

  @Test
  void signedOut_hasHeadersForWhoeverLooks() {
    AuthResult result = builder().build().authenticate(get("Authorization", "x"));
    assertThat(result.isSignedIn()).isFalse();
    assertThat(result.headers())
        .containsEntry("x-clerk-auth-status", "signed-out")
        .containsEntry("x-clerk-auth-reason", "token-invalid")
        .containsKey("x-clerk-auth-message");
  }

  @Test
  void wrongConfiguration_isFoundWhenBuilt() {
    for (String key : Arrays.asList(null, "", "x", "pk_live_", "pk_live_x", "sk_test_secret")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder().publishableKey(key))
          .withMessageNotContaining("sk_test_secret");
    }
    assertThatIllegalStateException().isThrownBy(() -> RequestAuthenticator.builder().build());
    assertThatIllegalStateException()
        .isThrownBy(() -> builder().acceptsToken(TokenType.API_KEY).build())
        .withMessageContaining("client");
    assertThatIllegalArgumentException().isThrownBy(() -> builder().audience(" "));
  }

  @Test
  void emptySet_signsNobodyIn() {
    assertThat(outcome(builder().acceptsTokens().build(), get("Authorization", GOOD)))
        .isEqualTo("token-type-mismatch");
    assertThat(outcome(builder().acceptsTokens().build(), get())).isEqualTo("token-type-mismatch");
  }

  @Test
  void tokenInTheHeader_isKnownWhetherGoodOrBad() {
    assertThat(hasTokenInHeader("authorization", "Bearer mist")).isTrue();
    assertThat(hasTokenInHeader("Authorization", "mist")).isTrue();
    assertThat(hasTokenInHeader("Authorization", "Basic eDp5")).isFalse();
    assertThat(hasTokenInHeader("Authorization", " ")).isFalse();
    assertThat(hasTokenInHeader("Cookie", "__session=mist")).isFalse();
  }

  private static boolean hasTokenInHeader(String name, String value) {
    return RequestAuthenticator.hasTokenInHeader(
        IncomingRequest.of("POST", "http://localhost/", Map.of(name, List.of(value))));
  }
}
