package dev.clerkbapi.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import dev.clerkbapi.json.Page;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Equal strings of one response are one object, as far as few others were read in between. */
class SharedStringsTest {
  private static final String USER =
      """
      {"id":"user_%1$d","primary_email_address_id":"idn_%1$d","last_name":"Example",
       "email_addresses":[{"id":"idn_%1$d","email_address":"ada%1$d@example.com"}],
       "public_metadata":{"plan_name":"enterprise"},"new_member":"enterprise","locale":"%2$s"}
      """;

  private static User user(int number, String locale) {
    return User.fromJson(USER.formatted(number, locale));
  }

  @Test
  void idThatComesTwice_isOneObject() {
    User user = user(1, "en");
    assertThat(user.primaryEmailAddressId()).isSameAs(user.emailAddresses().get(0).id());
    assertThat(user.publicMetadata().get("plan_name"))
        .isSameAs(user.additionalMembers().get("new_member"));
  }

  @Test
  void stringsOfAPage_areSharedByItsUsers() throws Exception {
    Moshi moshi = new Moshi.Builder().add(new BapiAdapters(Clock.systemUTC())).build();
    JsonAdapter<Page<User>> pages =
        moshi.adapter(Types.newParameterizedType(Page.class, User.class));
    List<User> users =
        pages.fromJson("[" + USER.formatted(1, "en") + "," + USER.formatted(2, "en") + "]").data();
    assertThat(users.get(0).lastName()).isSameAs(users.get(1).lastName());
    assertThat(users.get(0).publicMetadata().keySet().iterator().next())
        .isSameAs(users.get(1).publicMetadata().keySet().iterator().next());
    assertThat(users.get(0).id()).isEqualTo("user_1");
    assertThat(users.get(1).id()).isEqualTo("user_2");
  }

  @Test
  void responses_shareNothing() {
    assertThat(user(1, "en").lastName()).isNotSameAs(user(1, "en").lastName());
  }

  @Test
  void stringsAlike_areNotMixedUp() {
    User user =
        User.fromJson(
            "{\"id\":\"aXbYc\",\"external_id\":\"aZbWc\",\"locale\":\"\",\"username\":\"aXbYc\"}");
    assertThat(user.id()).isEqualTo("aXbYc");
    assertThat(user.externalId()).isEqualTo("aZbWc");
    assertThat(user.username()).isEqualTo("aXbYc");
    assertThat(user.locale()).isEmpty();
  }
}
