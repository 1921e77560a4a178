package dev.clerkbapi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.Moshi;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestTest {
  private static final Moshi MOSHI =
      new Moshi.Builder().add(new BapiAdapters(Clock.systemUTC())).build();

  @Test
  void nullableMember_isAbsentNullOrValue() {
    assertThat(json(UpdateUserRequest.builder())).isEqualTo("{}");
    assertThat(json(UpdateUserRequest.builder().firstName(null)))
        .isEqualTo("{\"first_name\":null}");
    assertThat(json(UpdateUserRequest.builder().firstName(null).firstName("Ada")))
        .isEqualTo("{\"first_name\":\"Ada\"}");
    assertThat(json(UpdateUserRequest.builder().firstName("Ada").firstName(null)))
        .isEqualTo("{\"first_name\":null}");
  }

  @Test
  void additionalMember_isSent() {
    assertThat(json(UpdateUserRequest.builder().additionalMember("new_flag", true)))
        .isEqualTo("{\"new_flag\":true}");
  }

  @Test
  void requiredMemberNotSet_isRefusedByBuild() {
    assertThatThrownBy(() -> CreateMachineRequest.builder().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("CreateMachineRequest needs name");
  }

  @Test
  void nonNullableMember_refusesNull() {
    assertThatThrownBy(() -> UsersBanRequest.builder().userIds(null))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(
            () -> UsersBanRequest.builder().userIds(java.util.Arrays.asList("user_1", null)))
        .isInstanceOf(NullPointerException.class);
    assertThat(UsersBanRequest.builder().userIds(List.of("user_1")).build().userIds())
        .containsExactly("user_1");
  }

  private static String json(UpdateUserRequest.Builder request) {
    return MOSHI.adapter(UpdateUserRequest.class).toJson(request.build());
  }
}
