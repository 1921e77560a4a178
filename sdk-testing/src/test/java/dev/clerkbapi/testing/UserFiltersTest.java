package dev.clerkbapi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.testing.Caller.Reply;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each filter finds one, two or none of three users who differ in all that filters look at. */
class UserFiltersTest {
  private static final long JANUARY = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
  private static final long DAY = 24L * 60 * 60 * 1000;

  private final FakeBapi bapi = FakeBapi.start();
  private final Caller caller = new Caller(bapi);

  @BeforeEach
  void threeUsers() {
    bapi.addUser(
        FakeUser.builder("user_ada")
            .emailAddress("ada@example.com")
            .phoneNumber("+15555550100")
            .username("countess")
            .externalId("5")
            .web3Wallet("0xA1")
            .createdAt(Instant.ofEpochMilli(JANUARY))
            .lastActiveAt(Instant.ofEpochMilli(JANUARY + 10 * DAY))
            .lastSignInAt(Instant.ofEpochMilli(JANUARY + 9 * DAY))
            .build());
    bapi.addUser(
        FakeUser.builder("user_bob")
            .firstName("Bob")
            .lastName(null)
            .emailAddress("bob@example.org")
            .username("bobby")
            .banned(true)
            .createdAt(Instant.ofEpochMilli(JANUARY + DAY))
            .lastActiveAt(Instant.ofEpochMilli(JANUARY + 20 * DAY))
            .lastSignInAt(Instant.ofEpochMilli(JANUARY + 19 * DAY))
            .build());
    bapi.addUser(
        FakeUser.builder("user_eve")
            .firstName("Eve")
            .lastName("Adams")
            .emailAddress("eve@example.com")
            .externalId("7")
            .createdAt(Instant.ofEpochMilli(JANUARY + 2 * DAY))
            .build());
  }

  @AfterEach
  void stop() {
    bapi.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "email_address=ada@example.com | ada",
        "email_address=ada@example.com&email_address=bob@example.org | bob ada",
        "email_address=example.com | ''",
        "phone_number=%2B15555550100 | ada",
        "username=bobby | bob",
        "web3_wallet=0xA1 | ada",
        "external_id=5&external_id=7 | eve ada",
        "external_id=-5 | eve bob",
        "external_id=%2B5 | ada",
        "external_id=+5 | ada",
        "user_id=user_ada&user_id=user_404 | ada",
        "user_id=-user_ada&user_id=-user_eve | bob",
        "banned=true | bob",
        "banned=false | eve ada",
        "query=ADA | eve ada",
        "query=user_b | bob",
        "query=550100 | ada",
        "query=0xa | ada",
        "query=Eve%20Adams | eve",
        "email_address_query=EXAMPLE.com | eve ada",
        "phone_number_query=5555 | ada",
        "username_query=ount | ada",
        "name_query=ada l | ada",
        "created_at_after={1} | eve",
        "created_at_before={1} | ada",
        "last_active_at_after={10} | bob",
        "last_active_at_since={10} | bob ada",
        "last_active_at_before={20} | ada",
        "last_sign_in_at_before={10} | ada",
        "last_sign_in_at_after={10} | bob",
        "banned=false&username=bobby | ''",
        "order_by=created_at | ada bob eve",
        "order_by=%2Bcreated_at | ada bob eve",
        "order_by=-created_at | eve bob ada",
        "order_by=email_address | ada bob eve",
        "order_by=-last_active_at | bob ada eve",
        "order_by=-first_name&limit=1&offset=1 | bob",
      })
  void filter_findsWhoPassesIt_andTheCountAgrees(String query, String found) throws IOException {
    String sent = query;
    for (int day : new int[] {1, 10, 20}) {
      sent = sent.replace("{" + day + "}", Long.toString(JANUARY + day * DAY));
    }
    sent = sent.replace(" ", "%20");
    Reply users = caller.get("/users?" + sent);
    assertThat(users.status()).as(users.body()).isEqualTo(200);
    List<String> expected =
        found.isEmpty()
            ? List.of()
            : List.of(found.split(" ")).stream().map(name -> "user_" + name).toList();
    assertThat(users.json()).extracting(user -> user.path("id").asText()).isEqualTo(expected);
    if (!sent.contains("order_by") && !sent.contains("_id=-")) {
      assertThat(caller.get("/users/count?" + sent).json().path("total_count").asInt())
          .isEqualTo(expected.size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"provider=oauth_google", "provider_user_id=1", "starting_after=user_1"})
  void filterThatTheFakeLacks_isNoEmptyList(String query) throws IOException {
    Reply refused = caller.get("/users?" + query);
    assertThat(refused.status()).isEqualTo(501);
    assertThat(refused.json().at("/errors/0/message").asText())
        .contains(query.substring(0, query.indexOf('=')), "It knows banned, created_at_after");
    boolean counts = !query.startsWith("starting_after");
    assertThat(caller.get("/users/count?" + query).status()).isEqualTo(counts ? 501 : 422);
  }

  @Test
  void orderThatTheFakeLacks_isRefused() throws IOException {
    Reply refused = caller.get("/users?order_by=-shoe_size");
    assertThat(refused.status()).isEqualTo(501);
    assertThat(refused.json().at("/errors/0/message").asText()).contains("shoe_size", "last_name");
    assertThat(caller.get("/users/count?order_by=created_at").status()).isEqualTo(422);
    assertThat(caller.get("/users/count?user_id=-user_1").status()).isEqualTo(501);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "banned=maybe",
        "created_at_after=today",
        "limit=0",
        "limit=x",
        "offset=-1",
        "locked=true"
      })
  void valueOfTheWrongType_isRefusedByName(String query) throws IOException {
    Reply refused = caller.get("/users?" + query);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().at("/errors/0/meta/param_name").asText())
        .isEqualTo(query.substring(0, query.indexOf('=')));
  }
}
