package dev.clerkbapi;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.clerkbapi.api.Bapi;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.WireMockBapi;
import dev.clerkbapi.json.MissingMemberException;
import dev.clerkbapi.model.User;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the calls about users send, and what they make of a successful response. */
class LockUserTest {
  @RegisterExtension static final WireMockBapi BAPI = new WireMockBapi();

  private final ClerkClient clerk = BAPI.clerk();

  @BeforeEach
  void respondWithUser() {
    respond(Fixtures.USER);
  }

  private static void respond(String json) {
    BAPI.respond(okJson(json));
  }

  private static LoggedRequest onlyRequest() {
    assertThat(BAPI.requests()).hasSize(1);
    return BAPI.requests().get(0);
  }

  @Nested
  class Request {
    @Test
    void lockUser_isOnePostWithoutBody() {
      clerk.users().lockUser("user_123");

      LoggedRequest request = onlyRequest();
      assertThat(request.getMethod()).isEqualTo(RequestMethod.POST);
      assertThat(request.getUrl()).isEqualTo("/v1/users/user_123/lock");
      assertThat(request.getBody()).isEmpty();
      assertThat(request.getHeader("Content-Length")).isEqualTo("0");
      assertThat(request.containsHeader("Content-Type")).isFalse();
    }

    @Test
    void lockUser_carriesKeyVersionAndName() {
      clerk.users().lockUser("user_123");

      LoggedRequest request = onlyRequest();
      assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + Fixtures.KEY);
      assertThat(request.getHeader("Clerk-API-Version"))
          .isEqualTo(Bapi.VERSION)
          .matches("20\\d\\d-\\d\\d-\\d\\d");
      assertThat(request.getHeader("User-Agent")).matches("clerk-bapi-java/\\d+\\.\\d+\\.\\d+\\S*");
    }

    @Test
    void userAgent_standsBeforeOurs() {
      try (ClerkClient named = Fixtures.client(BAPI.baseUrl()).userAgent("my-shop/1.4").build()) {
        named.users().lockUser("user_123");
      }
      assertThat(onlyRequest().getHeader("User-Agent")).startsWith("my-shop/1.4 clerk-bapi-java/");
    }

    @Test
    void idWithReservedCharacters_staysOnePathSegment() {
      clerk.users().lockUser("a%2Fb?c#d");

      assertThat(onlyRequest().getUrl()).isEqualTo("/v1/users/a%252Fb%3Fc%23d/lock");
    }

    @ParameterizedTest
    @MethodSource("dev.clerkbapi.LockUserTest#calls")
    void eachCall_hasItsMethodAndPath(
        BiFunction<Users, String, User> call, String method, String path) {
      assertThat(call.apply(clerk.users(), "user_123").id()).isEqualTo("user_123");

      assertThat(onlyRequest().getMethod().value()).isEqualTo(method);
      assertThat(onlyRequest().getUrl()).isEqualTo("/v1/users/user_123" + path);
    }
  }

  static List<Arguments> calls() {
    return List.of(
        call(Users::lockUser, "POST", "/lock"),
        call(Users::unlockUser, "POST", "/unlock"),
        call(Users::banUser, "POST", "/ban"),
        call(Users::unbanUser, "POST", "/unban"),
        call(Users::getUser, "GET", ""));
  }

  private static Arguments call(BiFunction<Users, String, User> call, String method, String path) {
    return Arguments.of(call, method, path);
  }

  @Nested
  class Id {
    @ParameterizedTest
    @NullSource
    @ValueSource(
        strings = {
          "",
          " ",
          "\t",
          ".",
          "..",
          "a/b",
          "../organizations/org_1",
          "a\\b",
          "user_1\n",
          " user_1",
          "user_\u0000",
          "user_\u00a0"
        })
    void unusableId_isRefusedByEveryCall(String id) {
      for (Arguments call : calls()) {
        @SuppressWarnings("unchecked") // As calls() makes them.
        BiFunction<Users, String, User> method = (BiFunction<Users, String, User>) call.get()[0];
        assertThatThrownBy(() -> method.apply(clerk.users(), id))
            .isExactlyInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("user_id");
      }
      assertThat(BAPI.requests()).isEmpty();
    }
  }

  @Nested
  class Success {
    @Test
    void user_isThatOfTheResponse() {
      User user = clerk.users().lockUser("user_123");

      assertThat(user.id()).isEqualTo("user_123");
      assertThat(user.locked()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"username\": \"ada\"|\"username\": \"ada\", \"brand_new\": {\"deep\": [1, {}]}",
          "\"status\": \"verified\"|\"status\": \"brand_new\"",
          "\"strategy\": \"email_code\"|\"strategy\": \"brand_new\"",
          "\"object\": \"verification_otp\"|\"object\": \"verification_brand_new\"",
          "\"object\": \"user\"|\"object\": \"brand_new\""
        })
    void unknown_isNoFailure(String change) {
      respond(changed(change));

      assertThat(clerk.users().lockUser("user_123").locked()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"locked\": true,|", "\"locked\": true,|\"locked\": null,"})
    void missingMember_failsOnlyWhenRead(String change) {
      respond(changed(change));

      User user = clerk.users().lockUser("user_123");
      assertThat(user.id()).isEqualTo("user_123");
      assertThatThrownBy(user::locked)
          .isInstanceOf(MissingMemberException.class)
          .hasMessageContaining("locked");
    }

    @Test
    void otherSuccessStatus_isSuccess() {
      BAPI.respond(aResponse().withStatus(201).withBody(Fixtures.USER));

      assertThat(clerk.users().lockUser("user_123").locked()).isTrue();
    }

    private static String changed(String change) {
      String before = change.substring(0, change.indexOf('|'));
      assertThat(Fixtures.USER).contains(before);
      return Fixtures.USER.replace(before, change.substring(change.indexOf('|') + 1));
    }
  }
}
