package dev.clerkbapi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import dev.clerkbapi.json.MissingMemberException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserTest {
  private static final Instant NOW = Instant.parse("2026-01-31T11:00:00Z");
  private static final JsonAdapter<User> ADAPTER =
      new Moshi.Builder()
          .add(new BapiAdapters(Clock.fixed(NOW, ZoneOffset.UTC)))
          .build()
          .adapter(User.class);

  private static User decode(String json) throws Exception {
    return ADAPTER.fromJson(json);
  }

  @Nested
  class Lockout {
    @Test
    void lockedForAnHour_tellsUntilWhen() throws Exception {
      UserLockout lockout =
          decode("{\"locked\":true,\"lockout_expires_in_seconds\":3600}").lockout();
      assertThat(lockout.isLocked()).isTrue();
      assertThat(lockout.neverExpires()).isFalse();
      assertThat(lockout.until()).contains(NOW.plusSeconds(3600));
      assertThat(lockout.isLockedAt(NOW.plusSeconds(3599))).isTrue();
      assertThat(lockout.isLockedAt(NOW.plusSeconds(3600))).isFalse();
      assertThat(lockout).hasToString("locked until 2026-01-31T12:00:00Z");
    }

    @Test
    void lockedForEver_isToldApartFromNotLocked() throws Exception {
      UserLockout forEver =
          decode("{\"locked\":true,\"lockout_expires_in_seconds\":null}").lockout();
      assertThat(forEver.neverExpires()).isTrue();
      assertThat(forEver.until()).isEmpty();
      assertThat(forEver.isLockedAt(Instant.MAX)).isTrue();

      UserLockout none = decode("{\"locked\":false,\"lockout_expires_in_seconds\":null}").lockout();
      assertThat(none.neverExpires()).isFalse();
      assertThat(none.until()).isEmpty();
      assertThat(none.isLockedAt(NOW)).isFalse();
    }

    @Test
    void lockBeyondAllTime_endsWhereTimeDoes() throws Exception {
      UserLockout lockout =
          decode("{\"locked\":true,\"lockout_expires_in_seconds\":9223372036854775807}").lockout();
      assertThat(lockout.until()).contains(Instant.MAX);
      assertThat(lockout.isLockedAt(NOW)).isTrue();

      UserLockout past =
          decode("{\"locked\":true,\"lockout_expires_in_seconds\":-9223372036854775808}").lockout();
      assertThat(past.isLockedAt(NOW)).isFalse();
    }

    /** A text may lie in a cache for hours: the end must not move on each time it is read. */
    @Test
    void userFromText_hasADurationButNoEnd() throws Exception {
      User received = decode("{\"locked\":true,\"lockout_expires_in_seconds\":3600}");
      assertThat(received.lockout().expiresIn()).contains(Duration.ofHours(1));

      UserLockout read = User.fromJson(received.toJson()).lockout();
      assertThat(read.isLocked()).isTrue();
      assertThat(read.expiresIn()).contains(Duration.ofHours(1));
      assertThat(read.until()).isEmpty();
      assertThat(read.isLockedAt(Instant.MAX)).isTrue();
      assertThat(read).hasToString("locked, expires in 3600 s");
    }

    @Test
    void userFromText_hasAnEndOnceToldWhenItWasReceived() throws Exception {
      User received = decode("{\"locked\":true,\"lockout_expires_in_seconds\":3600}");
      User read =
          User.fromJson(received.toJson()).toBuilder().receivedAt(received.receivedAt()).build();
      assertThat(read.lockout().until()).isEqualTo(received.lockout().until());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"locked\":false,\"lockout_expires_in_seconds\":60}",
          "{\"locked\":true,\"lockout_expires_in_seconds\":null}"
        })
    void noLockThatExpires_hasNoDuration(String json) throws Exception {
      assertThat(decode(json).lockout().expiresIn()).isEmpty();
    }

    @Test
    void userFromBuilder_speaksOfNoResponse() {
      assertThatThrownBy(() -> User.builder().id("user_1").build().lockout())
          .isInstanceOf(MissingMemberException.class)
          .hasMessageContaining("User.locked")
          .hasMessageContaining("builder")
          .hasMessageNotContaining("response");
    }

    @Test
    void receivedAt_isNoPartOfEqualityOrJson() throws Exception {
      User user = decode("{\"locked\":true}");
      User other = user.toBuilder().receivedAt(NOW.plusSeconds(9)).build();
      assertThat(user.receivedAt()).isEqualTo(NOW);
      assertThat(other).isEqualTo(user);
      assertThat(ADAPTER.toJson(other)).isEqualTo("{\"locked\":true}");
    }
  }

  @Nested
  class Conveniences {
    @Test
    void primaryEmailAddress_isTheOneThatItsIdNames() {
      EmailAddress first = EmailAddress.builder().id("idn_1").emailAddress("a@example.com").build();
      EmailAddress second =
          EmailAddress.builder().id("idn_2").emailAddress("b@example.com").build();
      User user =
          User.builder()
              .emailAddresses(List.of(first, second))
              .primaryEmailAddressId("idn_2")
              .build();
      assertThat(user.primaryEmailAddress()).contains(second);
      assertThat(user.toBuilder().primaryEmailAddressId(null).build().primaryEmailAddress())
          .isEmpty();
    }

    @Test
    void fullName_joinsWhatIsSet() {
      assertThat(User.builder().firstName("Ada").lastName("Lovelace").build().fullName())
          .contains("Ada Lovelace");
      assertThat(User.builder().lastName("Lovelace").build().fullName()).contains("Lovelace");
      assertThat(User.builder().firstName(null).lastName(" ").build().fullName()).isEmpty();
    }
  }

  @Nested
  class Tolerance {
    @Test
    void missingPromisedMember_throwsWhenReadAndNamesIt() throws Exception {
      User user = decode("{\"id\":\"user_1\"}");
      assertThat(user.id()).isEqualTo("user_1");
      assertThatThrownBy(user::createdAt)
          .isInstanceOfSatisfying(
              MissingMemberException.class, e -> assertThat(e.member()).isEqualTo("created_at"));
    }

    @Test
    void missingOrNullList_isEmpty() throws Exception {
      assertThat(decode("{}").emailAddresses()).isEmpty();
      assertThat(decode("{\"email_addresses\":null}").emailAddresses()).isEmpty();
      assertThat(decode("{\"email_addresses\":[null]}").emailAddresses()).isEmpty();
    }

    @Test
    void wrongType_isRefusedWithItsPath() {
      assertThatThrownBy(() -> decode("{\"locked\":\"yes\"}"))
          .isInstanceOf(JsonDataException.class)
          .hasMessageContaining("$.locked");
      assertThatThrownBy(() -> decode("{\"id\":5}")).isInstanceOf(JsonDataException.class);
      assertThatThrownBy(() -> decode("{\"created_at\":\"now\"}"))
          .isInstanceOf(JsonDataException.class);
    }

    @Test
    void oddNumbers_doNoHarm() throws Exception {
      assertThat(decode("{\"created_at\":1700000000000.7}").createdAt().toEpochMilli())
          .isEqualTo(1_700_000_000_000L);
      User farOff = decode("{\"created_at\":1e999999999,\"updated_at\":17}");
      assertThat(farOff.createdAt()).isAfter(NOW);
      assertThat(farOff.updatedAt()).isEqualTo(Instant.ofEpochSecond(17));
      Map<String, Object> metadata =
          decode(
                  "{\"public_metadata\":{\"big\":123456789012345678901234567890,\"long\":9007199254740993,\"tiny\":1e-400}}")
              .publicMetadata();
      assertThat(metadata.get("big")).hasToString("123456789012345678901234567890");
      assertThat(metadata.get("long")).isEqualTo(9_007_199_254_740_993L);
      assertThat(decode("{\"new\":1e99999999999}").additionalMembers())
          .containsEntry("new", "1e99999999999");
    }

    @ParameterizedTest
    @CsvSource({
      "3600, 3600",
      "1.0, 1",
      "1e3, 1000",
      "-0, 0",
      "9223372036854775807, 9223372036854775807"
    })
    void wholeNumber_isReadHoweverItIsWritten(String json, long expected) throws Exception {
      assertThat(lockoutSeconds(json)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "9223372036854775808", "1e999", "1e99999999999", "\"1\""})
    void otherNumber_isRefusedWithItsPath(String json) {
      assertThatThrownBy(() -> lockoutSeconds(json))
          .isInstanceOf(JsonDataException.class)
          .hasMessageContaining("$.lockout_expires_in_seconds");
    }

    /** The time to parse digits grows with their square. */
    @Test
    void millionDigits_areRefusedUnparsed() {
      assertThatThrownBy(() -> lockoutSeconds("7".repeat(1_000_000)))
          .isInstanceOf(JsonDataException.class)
          .hasMessageContaining("1000000 characters");
    }

    private static Long lockoutSeconds(String json) throws Exception {
      return decode("{\"lockout_expires_in_seconds\":" + json + "}").lockoutExpiresInSeconds();
    }

    @Test
    void builderUsedAgain_leavesEarlierModelsAlone() {
      User.Builder builder = User.builder().additionalMember("a", 1);
      User first = builder.build();
      User second = builder.additionalMember("b", 2).build();
      User third = second.toBuilder().additionalMember("c", 3).build();

      assertThat(first.additionalMembers()).containsOnlyKeys("a");
      assertThat(second.additionalMembers()).containsOnlyKeys("a", "b");
      assertThat(third.additionalMembers()).containsOnlyKeys("a", "b", "c");
    }
  }

  @Nested
  class Metadata {
    @Test
    void builder_copiesDeeplyAndKeepsNulls() {
      Map<String, Object> inner = new HashMap<>();
      inner.put("plan", null);
      Map<String, Object> given =
          new HashMap<>(Map.of("inner", inner, "list", Arrays.asList(1, null)));
      User user = User.builder().publicMetadata(given).build();
      inner.put("plan", "pro");
      given.clear();
      assertThat(ADAPTER.toJson(user))
          .contains("\"inner\":{\"plan\":null}")
          .contains("\"list\":[1,null]");
    }

    @Test
    void builder_refusesWhatJsonCannotHold() {
      assertThatThrownBy(() -> User.builder().publicMetadata(Map.of("when", NOW)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("java.time.Instant");
      assertThatThrownBy(() -> User.builder().publicMetadata(Map.of("x", Double.NaN)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
