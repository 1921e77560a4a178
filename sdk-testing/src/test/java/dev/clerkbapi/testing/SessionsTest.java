package dev.clerkbapi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clerkbapi.testing.Caller.Reply;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private final FakeBapi bapi = FakeBapi.start();
  private final Caller caller = new Caller(bapi);

  @BeforeEach
  void add() {
    bapi.addUsers(2);
    bapi.addSession("user_1", "sess_1");
    bapi.addSession("user_1", "sess_2");
    bapi.addSession("user_2", "sess_3");
  }

  @AfterEach
  void stop() {
    bapi.close();
  }

  @Nested
  class GetSessionList {
    @Test
    void sessions_areThoseAskedFor_newestFirst() throws IOException {
      assertThat(ids("")).containsExactly("sess_3", "sess_2", "sess_1");
      assertThat(ids("?user_id=user_1")).containsExactly("sess_2", "sess_1");
      assertThat(ids("?user_id=user_404")).isEmpty();
      String client = caller.get("/sessions/sess_1").json().path("client_id").asText();
      assertThat(ids("?client_id=" + client)).containsExactly("sess_1");
      assertThat(ids("?user_id=user_2&client_id=" + client)).isEmpty();
    }

    @Test
    void status_leavesOutTheOthers() throws IOException {
      caller.post("/sessions/sess_1/revoke");
      assertThat(ids("?user_id=user_1&status=active")).containsExactly("sess_2");
      assertThat(ids("?user_id=user_1&status=revoked")).containsExactly("sess_1");
      assertThat(ids("?status=expired")).isEmpty();
      assertThat(caller.get("/sessions?status=asleep").code())
          .isEqualTo("form_param_value_invalid");
    }

    @Test
    void pages_areAsAskedFor() throws IOException {
      assertThat(ids("?limit=1&offset=1")).containsExactly("sess_2");
      assertThat(caller.get("/sessions?limit=0").status()).isEqualTo(422);
      for (int i = 10; i < 20; i++) {
        bapi.addSession("user_2", "sess_" + i);
      }
      assertThat(ids("?user_id=user_2")).hasSize(10).doesNotContain("sess_3");
    }

    /** As BAPI does, although its description has the array only. */
    @Test
    void paginated_tellsTheTotalBesideThePage() throws IOException {
      JsonNode page = caller.get("/sessions?paginated=true&limit=1&user_id=user_1").json();
      assertThat(page.path("data").findValuesAsText("id")).containsExactly("sess_2");
      assertThat(page.path("total_count").asInt()).isEqualTo(2);
      assertThat(caller.get("/sessions?paginated=false").json().isArray()).isTrue();
    }

    private List<String> ids(String query) throws IOException {
      return caller.get("/sessions" + query).json().findValuesAsText("id");
    }
  }

  @Nested
  class RevokeSession {
    @Test
    void session_isRevoked_andAgainDoesNoHarm() throws IOException {
      Reply revoked = caller.post("/sessions/sess_1/revoke");
      assertThat(revoked.json().path("status").asText()).isEqualTo("revoked");
      assertThat(caller.post("/sessions/sess_1/revoke").status()).isEqualTo(200);
      assertThat(bapi.isSessionActive("sess_1")).isFalse();
      assertThat(bapi.isSessionActive("sess_2")).isTrue();
    }

    @Test
    void unknownSession_isNotFound() throws IOException {
      assertThat(caller.post("/sessions/sess_404/revoke").code()).isEqualTo("resource_not_found");
      assertThat(bapi.isSessionActive("sess_404")).isFalse();
    }
  }

  @Nested
  class CreateSessionToken {
    @Test
    void token_isSigned_andForTheSession() throws Exception {
      JsonNode claims = claims(issue("/sessions/sess_3/tokens", "{\"expires_in_seconds\":90}"));
      assertThat(claims.path("sub").asText()).isEqualTo("user_2");
      assertThat(claims.path("sid").asText()).isEqualTo("sess_3");
      assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(90);
    }

    @Test
    void templatesToken_isForTheUser_andOfNoSession() throws Exception {
      JsonNode claims = claims(issue("/sessions/sess_3/tokens/mine", "{}"));
      assertThat(claims.path("sub").asText()).isEqualTo("user_2");
      assertThat(claims.has("sid")).isFalse();
    }

    @Test
    void sessionThatEnded_isNotFound() throws IOException {
      caller.post("/sessions/sess_3/revoke");
      assertThat(caller.post("/sessions/sess_3/tokens").code()).isEqualTo("resource_not_found");
      assertThat(caller.post("/sessions/sess_404/tokens/mine").status()).isEqualTo(404);
    }

    private String issue(String path, String body) throws IOException {
      Reply reply = caller.send("POST", path, "application/json", body);
      assertThat(reply.json().path("object").asText()).isEqualTo("token");
      return reply.json().path("jwt").asText();
    }

    /** Returns the claims, if the token is signed with the key that the fake serves. */
    private JsonNode claims(String jwt) throws IOException, GeneralSecurityException {
      JsonNode key = caller.get("/jwks").json().at("/keys/0");
      RSAPublicKeySpec spec = new RSAPublicKeySpec(number(key, "n"), number(key, "e"));
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(KeyFactory.getInstance("RSA").generatePublic(spec));
      List<String> parts = List.of(jwt.split("\\.", -1));
      signature.update((parts.get(0) + "." + parts.get(1)).getBytes(StandardCharsets.US_ASCII));
      assertThat(signature.verify(Base64.getUrlDecoder().decode(parts.get(2)))).isTrue();
      return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts.get(1)));
    }

    private static BigInteger number(JsonNode key, String member) {
      return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(member).asText()));
    }
  }

  @Test
  void ban_revokesTheUsersSessions_forGood() throws IOException {
    caller.post("/users/user_1/ban");
    caller.post("/users/user_1/unban");
    assertThat(bapi.isSessionActive("sess_1")).isFalse();
    assertThat(bapi.isSessionActive("sess_2")).isFalse();
    assertThat(bapi.isSessionActive("sess_3")).isTrue();
  }

  @Test
  void lock_leavesSessionsAlone() throws IOException {
    caller.post("/users/user_1/lock");
    assertThat(bapi.isSessionActive("sess_1")).isTrue();
  }

  @Test
  void session_expiresAfterAWeek_andIsNotRevokedThen() throws IOException {
    bapi.advance(Duration.ofDays(7));
    assertThat(bapi.isSessionActive("sess_1")).isFalse();
    assertThat(caller.post("/sessions/sess_1/revoke").json().path("status").asText())
        .isEqualTo("expired");
  }

  @Test
  void sameId_replacesTheSession() throws IOException {
    caller.post("/sessions/sess_1/revoke");
    bapi.addSession("user_2", "sess_1");
    assertThat(bapi.isSessionActive("sess_1")).isTrue();
    assertThat(caller.get("/sessions?user_id=user_1").json()).hasSize(1);
    assertThat(caller.get("/sessions?user_id=user_2").json()).hasSize(2);
  }

  @Test
  void sessionOfNobody_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> bapi.addSession("user_404", "sess_4"));
  }
}
