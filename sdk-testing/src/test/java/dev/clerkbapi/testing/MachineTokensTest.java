package dev.clerkbapi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.testing.Caller.Reply;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** M2M tokens, OAuth access tokens and the key set: what the fake keeps of them. */
class MachineTokensTest {
  private static final String JSON = "application/json";
  private static final String OAUTH = "/oauth_applications/access_tokens/verify";

  private static final Instant NOW = Instant.parse("2027-01-15T08:00:00Z");

  private final FakeBapi bapi = FakeBapi.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)).start();
  private final Caller caller = new Caller(bapi);
  private final String machine = bapi.addMachine("mch_1", "mch_2");

  @AfterEach
  void stop() {
    bapi.close();
  }

  private JsonNode create(String body) throws IOException {
    Reply reply = caller.as(machine).send("POST", "/m2m_tokens", JSON, body);
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return reply.json();
  }

  private Reply verify(Caller by, JsonNode token) throws IOException {
    String body = "{\"token\":\"" + token.path("token").asText() + "\"}";
    return by.send("POST", "/m2m_tokens/verify", JSON, body);
  }

  private void revoke(JsonNode token) throws IOException {
    String path = "/m2m_tokens/" + token.path("id").asText() + "/revoke";
    String why = "{\"revocation_reason\":\"lost\"}";
    JsonNode revoked = caller.send("POST", path, JSON, why).json();
    assertThat(revoked.path("revoked").asBoolean()).isTrue();
    assertThat(revoked.path("revocation_reason").asText()).isEqualTo("lost");
  }

  private JsonNode list(String query) throws IOException {
    return caller.get("/m2m_tokens?subject=mch_1" + query).json();
  }

  @Test
  void createdToken_isThatOfTheMachineWhoseKeyAsked() throws IOException {
    JsonNode created = create("{\"claims\":{\"team\":7},\"seconds_until_expiration\":60}");
    assertThat(created.path("subject").asText()).isEqualTo("mch_1");
    assertThat(created.path("token").asText()).startsWith("mt_");
    Reply verified = verify(caller, created);
    assertThat(verified.json().path("id")).isEqualTo(created.path("id"));
    assertThat(verified.json().path("scopes").toString()).isEqualTo("[\"mch_2\"]");
    assertThat(verified.json().at("/claims/team").asInt()).isEqualTo(7);
    assertThat(verified.json().has("token")).isFalse();
    assertThat(verified.json().path("last_used_at").asLong()).isPositive();
  }

  @Test
  void verification_byAMachine_isOnlyForTokensThatAreForIt() throws IOException {
    JsonNode token = create("{}");
    assertThat(verify(caller.as(bapi.addMachine("mch_2")), token).status()).isEqualTo(200);
    assertThat(verify(caller.as(bapi.addMachine("mch_3")), token).status()).isEqualTo(404);
  }

  @Test
  void revokedExpiredAndUnknown_areNotFound() throws IOException {
    JsonNode revoked = create("{}");
    revoke(revoked);
    assertThat(verify(caller, revoked).code()).isEqualTo("resource_not_found");
    JsonNode shortLived = create("{\"seconds_until_expiration\":60}");
    assertThat(verify(caller, shortLived).status()).isEqualTo(200);
    bapi.advance(Duration.ofSeconds(60));
    assertThat(verify(caller, shortLived).status()).isEqualTo(404);
    bapi.advance(Duration.ofHours(1));
    assertThat(list("").path("total_count").asInt()).isZero();
    assertThat(verify(caller, caller.get("/instance").json()).status()).isEqualTo(404);
    assertThat(caller.post("/m2m_tokens/mt_9/revoke").status()).isNotEqualTo(200);
  }

  @Test
  void list_hasTheGoodOnesNewestFirst_andOthersOnRequest() throws IOException {
    JsonNode revoked = create("{}");
    revoke(revoked);
    JsonNode expired = create("{\"seconds_until_expiration\":1}");
    JsonNode good = create("{}");
    JsonNode newer = create("{}");
    bapi.advance(Duration.ofSeconds(1));
    assertThat(list("").path("m2m_tokens")).hasSize(2);
    assertThat(list("").at("/m2m_tokens/0/id")).isEqualTo(newer.path("id"));
    assertThat(list("&offset=1").at("/m2m_tokens/0/id")).isEqualTo(good.path("id"));
    assertThat(list("").at("/m2m_tokens/0").has("token")).isFalse();
    assertThat(list("&revoked=true").at("/m2m_tokens/2/id")).isEqualTo(revoked.path("id"));
    assertThat(list("&expired=true").at("/m2m_tokens/2/id")).isEqualTo(expired.path("id"));
    assertThat(list("&expired=true").at("/m2m_tokens/2/expired").asBoolean()).isTrue();
    assertThat(caller.get("/m2m_tokens?subject=mch_9").json().path("total_count").asInt()).isZero();
  }

  @Test
  void minimumOfRemainingLife_returnsATokenThatHasIt() throws IOException {
    JsonNode first = create("{\"seconds_until_expiration\":100}");
    assertThat(create("{\"min_remaining_ttl_seconds\":100}").path("token"))
        .isEqualTo(first.path("token"));
    for (String other :
        new String[] {
          "{\"min_remaining_ttl_seconds\":101}",
          "{\"min_remaining_ttl_seconds\":1,\"claims\":{\"a\":1}}",
          "{\"min_remaining_ttl_seconds\":1,\"token_format\":\"jwt\"}",
          "{}"
        }) {
      assertThat(create(other).path("token")).as(other).isNotEqualTo(first.path("token"));
    }
  }

  @Test
  void keyOfAMachine_isForTokensOnly_andGoneAfterReset() throws IOException {
    assertThat(caller.as(machine).get("/users").code()).isEqualTo("clerk_key_invalid");
    bapi.reset();
    assertThat(caller.as(machine).get("/m2m_tokens?subject=mch_1").status()).isEqualTo(401);
  }

  private Reply verifyOauth(String token) throws IOException {
    return caller.send("POST", OAUTH, JSON, "{\"access_token\":\"" + token + "\"}");
  }

  @Test
  void oauthToken_isGoodUntilItIsRevokedOrADayOld() throws IOException {
    bapi.addUser("user_1");
    String token = bapi.issueOAuthToken("user_1", "client_1", "profile");
    String other = bapi.issueOAuthToken("user_1", "client_1");
    JsonNode good = verifyOauth(token).json();
    assertThat(good.path("subject").asText()).isEqualTo("user_1");
    assertThat(good.path("client_id").asText()).isEqualTo("client_1");
    assertThat(good.path("scopes").toString()).isEqualTo("[\"profile\"]");
    bapi.revokeOAuthToken(token);
    assertThat(verifyOauth(token).body()).isEqualTo("{\"active\":false}");
    assertThat(verifyOauth(other).json().path("revoked").asBoolean(true)).isFalse();
    bapi.advance(Duration.ofDays(1));
    assertThat(verifyOauth(other).body()).isEqualTo("{\"active\":false}");
    assertThat(verifyOauth("oat_unknown").status()).isEqualTo(404);
  }

  @Test
  void oauthTokenOfNobody_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bapi.issueOAuthToken("user_404", "client_1"));
    assertThatIllegalArgumentException().isThrownBy(() -> bapi.revokeOAuthToken("oat_unknown"));
  }

  @Test
  void keySet_isThatOfTheSigner_alsoAfterReset() throws IOException {
    assertThat(caller.get("/jwks").body()).isEqualTo(bapi.tokens().keySet());
    assertThat(bapi.tokens().keySet()).contains("ins_fakebapi");
    bapi.reset();
    assertThat(caller.get("/jwks").body()).isEqualTo(bapi.tokens().keySet());
  }

  @Test
  void clock_isMovedByTheFake() {
    Clock clock = bapi.clock();
    bapi.advance(Duration.ofDays(365));
    assertThat(clock.instant()).isEqualTo(NOW.plus(Duration.ofDays(365)));
    bapi.reset();
    assertThat(clock.instant()).isEqualTo(NOW);
  }
}
