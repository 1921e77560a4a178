package dev.clerkbapi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Points in time, which models keep as numbers. */
class TimeMembersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "1969-12-31T23:59:59.999Z",
        "2026-01-31T11:00:00.123Z",
        "2026-01-31T11:00:00.123456789Z",
        "1969-12-31T23:59:59.999999999Z",
        "1824-01-01T00:00:00.000000001Z",
        "2116-01-01T00:00:00.000000001Z",
        "-100000000-01-01T00:00:00Z",
        "+100000000-01-01T00:00:00.001Z"
      })
  void timeGivenToABuilder_comesBackExactly(String text) {
    Instant time = Instant.parse(text);
    User user = User.builder().createdAt(time).lastSignInAt(time).build();

    assertThat(user.createdAt()).isEqualTo(time);
    assertThat(user.lastSignInAt()).isEqualTo(time);
    assertThat(user.toBuilder().build()).isEqualTo(user);
    assertThat(user.toJson()).contains("\"created_at\":" + time.toEpochMilli() + ",");
    assertThat(user.toString()).contains("created_at=" + time);
  }

  @Test
  void fractionOfAMillisecond_makesUsersDiffer() {
    Instant time = Instant.parse("2026-01-31T11:00:00Z");
    User user = User.builder().createdAt(time).build();
    assertThat(user.toBuilder().createdAt(time.plusNanos(1)).build()).isNotEqualTo(user);
    assertThat(user.toBuilder().createdAt(time.plusNanos(0)).build()).isEqualTo(user);
  }

  @Test
  void fractionOfAMillisecondInAnotherCentury_isDropped() {
    Instant time = Instant.parse("2150-01-01T00:00:00.001002Z");
    assertThat(User.builder().createdAt(time).build().createdAt())
        .isEqualTo(Instant.parse("2150-01-01T00:00:00.001Z"));
  }

  @Test
  void timeThatJsonCannotHold_isRefusedWithTheNameOfItsMember() {
    for (Instant time : new Instant[] {Instant.MAX, Instant.MIN}) {
      assertThatThrownBy(() -> User.builder().lastSignInAt(time))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("last_sign_in_at: ");
    }
  }

  @Test
  void hugeNumber_isReadAsATimeFarOff() {
    User user = User.fromJson("{\"created_at\":1e300,\"updated_at\":-1e300}");
    assertThat(user.createdAt()).isAfter(Instant.parse("+100000000-01-01T00:00:00Z"));
    assertThat(user.updatedAt()).isBefore(Instant.parse("-100000000-01-01T00:00:00Z"));
    assertThat(User.fromJson(user.toJson())).isEqualTo(user);
  }

  @Test
  void noTime_isNullOrAbsent() {
    assertThat(User.builder().lastSignInAt(null).build().toJson())
        .isEqualTo("{\"last_sign_in_at\":null,\"object\":\"user\"}");
    User absent = User.fromJson("{}");
    assertThat(absent.lastSignInAt()).isNull();
    assertThat(absent.toJson()).isEqualTo("{}");
  }
}
