package dev.clerkbapi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.Moshi;
import dev.clerkbapi.json.Model;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A model as a JSON text, as a web controller or a cache wants it. */
class UserAsTextTest {
  @Test
  void toJson_isCompactAndAsBapiWritesIt() {
    User user =
        User.builder()
            .id("user_1")
            .createdAt(Instant.ofEpochMilli(1_700_000_000_123L))
            .firstName(null)
            .additionalMember("new", true)
            .build();
    assertThat(user.toJson())
        .isEqualTo(
            "{\"created_at\":1700000000123,\"first_name\":null,\"id\":\"user_1\",\"object\":\"user\",\"new\":true}");
    assertThat(((Model) user).toJson()).isEqualTo(user.toJson());
  }

  @Test
  void toJson_hidesNoSecret() {
    CreateUserRequest request = CreateUserRequest.builder().password("s3cr3t").build();
    assertThat(request.toString()).doesNotContain("s3cr3t");
    assertThat(request.toJson()).contains("s3cr3t");
  }

  /** A text does not say when it was received, however it came about. */
  @Test
  void fromJson_doesNotKnowWhenItWasReceived() throws Exception {
    String json = "{\"locked\":true,\"lockout_expires_in_seconds\":60}";
    User received =
        new Moshi.Builder()
            .add(new BapiAdapters(Clock.systemUTC()))
            .build()
            .adapter(User.class)
            .fromJson(json);
    assertThat(received.receivedAt()).isNotNull();

    User read = User.fromJson(received.toJson());
    assertThat(read).isEqualTo(received);
    assertThat(read.receivedAt()).isNull();
    assertThat(read.lockout().until()).isEmpty();
    assertThat(read.lockout().neverExpires()).isFalse();
  }

  @Test
  void unusableText_isRefusedWithThePlace() {
    refused("{\"id\":\"user_1\",\"locked\":\"yes\"}", "$.locked");
    refused("{\"email_addresses\":[{},{\"id\":7}]}", "$.email_addresses[1].id");
    refused("{\"id\":\"user_1\",\"locked\":", "$.locked");
    refused("{\"public_metadata\":{\"a\":[1,x]}}", "$.public_metadata.a[1]");
    refused("{} {}", "$");
    refused("null", "$");
  }

  @Test
  void refusal_doesNotAdviseOnSettingsOfTheParser() {
    assertThatThrownBy(() -> User.fromJson("{id:1}"))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("setLenient"));
  }

  @Test
  void deepNesting_isRefused() {
    for (int levels : new int[] {300, 100_000}) {
      refused("{\"new\":" + "[".repeat(levels) + "]".repeat(levels) + "}", "$.new[0]");
    }
    String deep = "{\"new\":" + "[".repeat(254) + "]".repeat(254) + "}";
    assertThat(User.fromJson(deep).toJson()).isEqualTo(deep);
  }

  /** What was read to the last level that is allowed does not fit below another model. */
  @Test
  void toJson_refusesToNestDeeperThanItCouldBeRead() {
    String deep = "{\"new\":" + "[".repeat(254) + "]".repeat(254) + "}";
    User user =
        User.builder().emailAddresses(java.util.List.of(EmailAddress.fromJson(deep))).build();
    assertThatThrownBy(user::toJson)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("$.email_addresses[0].new[0]");
  }

  private static void refused(String json, String path) {
    assertThatThrownBy(() -> User.fromJson(json))
        .as(json)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(path);
  }
}
