package dev.clerkbapi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.testing.Caller.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the fake keeps between requests, beyond locks and sessions. */
class StateTest {
  private final FakeBapi bapi = FakeBapi.start();
  private final Caller caller = new Caller(bapi);

  @AfterEach
  void stop() {
    bapi.close();
  }

  private JsonNode send(String method, String path, String body) throws IOException {
    Reply reply = caller.send(method, path, "application/json", body.replace('\'', '"'));
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json();
  }

  private JsonNode get(String path) throws IOException {
    Reply reply = caller.get(path);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json();
  }

  @Nested
  class Users {
    @Test
    void createdUser_isFoundChangedAndDeleted() throws IOException {
      JsonNode created =
          send(
              "POST",
              "/users",
              "{'first_name':'Eve','email_address':['eve@example.com'],'external_id':'7','banned':true,"
                  + "'password':'secret-123','created_at':'2026-01-01T00:00:00Z','locale':'de'}");
      String id = created.path("id").asText();
      assertThat(id).startsWith("user_");
      assertThat(created.path("created_at").asLong()).isEqualTo(1767225600000L);
      assertThat(created.path("locale").asText()).isEqualTo("de");
      assertThat(created.toString()).doesNotContain("secret-123");
      assertThat(bapi.isBanned(id)).isTrue();
      assertThat(get("/users?email_address=eve@example.com").at("/0/id").asText()).isEqualTo(id);

      JsonNode changed = send("PATCH", "/users/" + id, "{'last_name':'Adams','external_id':null}");
      assertThat(changed.path("first_name").asText()).isEqualTo("Eve");
      assertThat(get("/users?name_query=eve adams".replace(" ", "%20"))).hasSize(1);
      assertThat(get("/users?external_id=7")).isEmpty();

      bapi.addSession(id, "sess_1");
      assertThat(send("DELETE", "/users/" + id, "").path("deleted").asBoolean()).isTrue();
      assertThat(caller.get("/users/" + id).status()).isEqualTo(404);
      assertThat(caller.get("/sessions/sess_1").status()).isEqualTo(404);
      assertThat(caller.send("DELETE", "/users/" + id, "", "").status()).isEqualTo(404);
    }

    @Test
    void metadata_isMergedDeeplyOrReplaced() throws IOException {
      bapi.addUser(
          FakeUser.builder("user_1").publicMetadata(Map.of("a", Map.of("b", 1, "c", 2))).build());
      String path = "/users/user_1/metadata";
      JsonNode merged =
          send(
              "PATCH",
              path,
              "{'public_metadata':{'a':{'b':null,'d':3}},'private_metadata':{'x':[1]}}");
      assertThat(merged.path("public_metadata").toString()).isEqualTo("{\"a\":{\"c\":2,\"d\":3}}");
      JsonNode replaced = send("PUT", path, "{'public_metadata':{'e':null}}");
      assertThat(replaced.path("public_metadata").toString()).isEqualTo("{\"e\":null}");
      assertThat(get("/users/user_1").path("private_metadata").toString()).isEqualTo("{\"x\":[1]}");
    }

    @Test
    void manyUsers_areBannedAtOnce_orNone() throws IOException {
      bapi.addUser("user_1");
      bapi.addUser("user_2");
      Reply missing =
          caller.send(
              "POST", "/users/ban", "application/json", "{\"user_ids\":[\"user_1\",\"user_3\"]}");
      assertThat(missing.status()).isEqualTo(404);
      assertThat(bapi.isBanned("user_1")).isFalse();
      assertThat(send("POST", "/users/ban", "{'user_ids':['user_1','user_2']}")).hasSize(2);
      assertThat(bapi.isBanned("user_2")).isTrue();
    }

    @Test
    void secondAddress_isNotLostSilently() throws IOException {
      Reply refused =
          caller.send(
              "POST", "/users", "application/json", "{\"email_address\":[\"a@b.c\",\"d@e.f\"]}");
      assertThat(refused.status()).isEqualTo(501);
      assertThat(get("/users")).isEmpty();
    }

    @Test
    void operationWithoutState_isOfThatUser_ifThereIsOne() throws IOException {
      bapi.addUser(FakeUser.builder("user_1").username("ada").build());
      JsonNode user = send("POST", "/users/user_1/remove_password", "{}");
      assertThat(user.path("username").asText()).isEqualTo("ada");
      JsonNode off = send("DELETE", "/users/user_1/mfa", "");
      assertThat(off.path("user_id").asText()).isEqualTo("user_1");
      assertThat(caller.send("DELETE", "/users/user_2/mfa", "", "").status()).isEqualTo(404);
      assertThat(caller.get("/users/user_2/billing/subscription").status()).isEqualTo(404);
    }
  }

  @Nested
  class OrganizationsAndMembers {
    @Test
    void createdOrganization_isFoundBySlug_changedAndDeleted() throws IOException {
      bapi.addUser("user_1");
      String id =
          send("POST", "/organizations", "{'name':'Acme Inc','created_by':'user_1'}")
              .path("id")
              .asText();
      JsonNode found = get("/organizations/acme-inc?include_members_count=true");
      assertThat(found.path("id").asText()).isEqualTo(id);
      assertThat(found.path("members_count").asInt()).isEqualTo(1);
      send("PATCH", "/organizations/" + id, "{'name':'Emca'}");
      send("PATCH", "/organizations/" + id + "/metadata", "{'public_metadata':{'a':1}}");
      send("PATCH", "/organizations/" + id + "/metadata", "{'public_metadata':{'b':2}}");
      JsonNode list = get("/organizations?query=emc&user_id=user_1&order_by=%2Bname");
      assertThat(list.path("total_count").asInt()).isEqualTo(1);
      assertThat(list.at("/data/0/public_metadata").toString()).isEqualTo("{\"a\":1,\"b\":2}");
      assertThat(list.at("/data/0").has("members_count")).isFalse();
      assertThat(get("/organizations?user_id=-user_1").path("data")).isEmpty();
      send("DELETE", "/organizations/" + id, "");
      assertThat(caller.get("/organizations/" + id).status()).isEqualTo(404);
    }

    @Test
    void members_areAddedFoundAndRemoved() throws IOException {
      bapi.addUsers(3);
      bapi.addOrganization("org_1", "Acme");
      bapi.addMember("org_1", "user_1", "org:admin");
      String path = "/organizations/org_1/memberships";
      send("POST", path, "{'user_id':'user_2','role':'org:member'}");
      Reply again =
          caller.send(
              "POST", path, "application/json", "{\"user_id\":\"user_2\",\"role\":\"org:member\"}");
      assertThat(again.code()).isEqualTo("already_a_member_in_organization");
      assertThat(get(path).path("total_count").asInt()).isEqualTo(2);
      assertThat(get(path + "?role=org:admin").at("/data/0/public_user_data/user_id").asText())
          .isEqualTo("user_1");
      assertThat(get(path + "?email_address_query=user_2@").path("total_count").asInt()).isOne();
      assertThat(get("/users?organization_id=org_1")).hasSize(2);
      assertThat(get("/users?organization_id=-org_1").at("/0/id").asText()).isEqualTo("user_3");
      assertThat(get("/users/count?organization_id=org_1").path("total_count").asInt())
          .isEqualTo(2);

      send("PATCH", path + "/user_2", "{'role':'org:admin'}");
      assertThat(get("/users/user_2/organization_memberships").at("/data/0/role").asText())
          .isEqualTo("org:admin");
      send("DELETE", path + "/user_2", "");
      assertThat(get("/organization_memberships").path("total_count").asInt()).isOne();
      assertThat(caller.send("DELETE", path + "/user_2", "", "").status()).isEqualTo(404);
      send("DELETE", "/users/user_1", "");
      assertThat(get(path).path("data")).isEmpty();
    }

    @Test
    void invitations_arePendingUntilRevokedOrExpired() throws IOException {
      bapi.addOrganization("org_1", "Acme");
      bapi.addUser(FakeUser.builder("user_1").emailAddress("a@b.c").build());
      String path = "/organizations/org_1/invitations";
      String id =
          send("POST", path, "{'email_address':'a@b.c','role':'org:member'}").path("id").asText();
      send(
          "POST",
          path + "/bulk",
          "[{'email_address':'d@e.f','role':'org:member','expires_in_days':1}]");
      assertThat(get(path + "/pending").path("total_count").asInt()).isEqualTo(2);
      bapi.advance(Duration.ofDays(2));
      assertThat(get(path + "?status=expired").at("/data/0/email_address").asText())
          .isEqualTo("d@e.f");
      assertThat(send("POST", path + "/" + id + "/revoke", "{}").path("status").asText())
          .isEqualTo("revoked");
      assertThat(caller.send("POST", path + "/" + id + "/revoke", "application/json", "{}").code())
          .isEqualTo("organization_invitation_not_pending");
      assertThat(
              get("/users/user_1/organization_invitations")
                  .at("/data/0/public_organization_data/name")
                  .asText())
          .isEqualTo("Acme");
      assertThat(get("/organizations/org_1").path("pending_invitations_count").asInt()).isZero();
    }

    @Test
    void whatTheFakeCannotHonour_is501() throws IOException {
      bapi.addOrganization("org_1", "Acme");
      assertThat(
              caller
                  .get("/organizations?include_missing_member_with_elevated_permissions=true")
                  .status())
          .isEqualTo(501);
      assertThat(caller.get("/organizations/org_1/memberships?created_at_after=1").status())
          .isEqualTo(501);
      assertThat(caller.get("/organization_invitations?query=a").status()).isEqualTo(501);
      assertThat(caller.get("/organizations?order_by=shoe_size").status()).isEqualTo(501);
    }

    @Test
    void memberWithoutUserOrOrganization_isAMistakeOfTheTest() {
      bapi.addUser("user_1");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> bapi.addMember("org_1", "user_1", "org:admin"));
    }
  }

  @Nested
  class ApiKeys {
    @Test
    void key_isValidUntilRevokedOrExpired() throws IOException {
      JsonNode created =
          send(
              "POST",
              "/api_keys",
              "{'name':'key','subject':'user_1','seconds_until_expiration':60}");
      String path = "/api_keys/" + created.path("id").asText();
      String secret = "{'secret':'" + created.path("secret").asText() + "'}";
      assertThat(send("POST", "/api_keys/verify", secret).path("id")).isEqualTo(created.path("id"));
      assertThat(get(path).has("secret")).isFalse();
      assertThat(get(path + "/secret").path("secret")).isEqualTo(created.path("secret"));
      assertThat(get("/api_keys?subject=user_1").path("total_count").asInt()).isOne();
      assertThat(get("/api_keys?subject=user_2").path("total_count").asInt()).isZero();

      bapi.advance(Duration.ofMinutes(2));
      assertThat(get(path).path("expired").asBoolean()).isTrue();
      assertThat(get("/api_keys?subject=user_1").path("data")).isEmpty();
      send("PATCH", path, "{'seconds_until_expiration':600,'description':'longer'}");
      assertThat(send("POST", "/api_keys/verify", secret).path("description").asText())
          .isEqualTo("longer");

      send("POST", path + "/revoke", "{'revocation_reason':'lost'}");
      assertThat(get(path).path("revocation_reason").asText()).isEqualTo("lost");
      assertThat(
              caller
                  .send("POST", "/api_keys/verify", "application/json", secret.replace('\'', '"'))
                  .status())
          .isEqualTo(404);
      send("DELETE", path, "");
      assertThat(caller.get(path).status()).isEqualTo(404);
    }
  }

  @Test
  void exampleEchoesTheRequest() throws IOException {
    JsonNode created = send("POST", "/redirect_urls", "{'url':'https://shop.example.com/back'}");
    assertThat(created.path("url").asText()).isEqualTo("https://shop.example.com/back");
    assertThat(get("/redirect_urls/ru_7").path("id").asText()).isEqualTo("ru_7");
    assertThat(get("/domains").path("total_count").asInt()).isOne();
    bapi.addUser("user_1");
    assertThat(get("/users/user_1/billing/credits").path("id").asText()).isNotEqualTo("user_1");
  }

  @Test
  void createdSession_isKept() throws IOException {
    bapi.addUser("user_1");
    String id = send("POST", "/sessions", "{'user_id':'user_1'}").path("id").asText();
    assertThat(bapi.isSessionActive(id)).isTrue();
    assertThat(caller.get("/sessions/sess_404").status()).isEqualTo(404);
  }
}
