package dev.clerkbapi.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.clerkbapi.fixtures.Fixtures;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The exceptions that tests make, which are those that the SDK throws. */
class ApiExceptionBuilderTest {
  private static final Map<Integer, Class<?>> TYPES =
      Map.of(
          400, ClerkApiException.BadRequest.class,
          401, ClerkApiException.Unauthenticated.class,
          402, ClerkApiException.PaymentRequired.class,
          403, ClerkApiException.PermissionDenied.class,
          404, ClerkApiException.NotFound.class,
          409, ClerkApiException.Conflict.class,
          413, ClerkApiException.PayloadTooLarge.class,
          422, ClerkApiException.Unprocessable.class,
          429, ClerkApiException.RateLimited.class);

  @Test
  void everyStatus_decidesTheType() {
    for (int status = 300; status <= 600; status++) {
      Class<?> other =
          status >= 500 && status <= 599
              ? ClerkApiException.Server.class
              : ClerkApiException.Unexpected.class;
      ClerkApiException e = ClerkApiException.builder(status).build();

      assertThat(e).isExactlyInstanceOf(TYPES.getOrDefault(status, other));
      assertThat(e.status()).isEqualTo(status);
    }
  }

  @Test
  void everyStatus_decidesWhetherItMayHaveBeenCarriedOut() {
    for (int status = 300; status <= 599; status++) {
      boolean refused = status >= 400 && status <= 499;

      assertThat(ClerkApiException.builder(status).build().mayHaveBeenCarriedOut())
          .as("%s", status)
          .isEqualTo(!refused);
    }
  }

  @Test
  void everyStatus_decidesWhetherItMayPassLater() {
    for (int status = 300; status <= 599; status++) {
      assertThat(ClerkApiException.builder(status).build().mayPassLater())
          .as("%s", status)
          .isEqualTo(status == 409 || status == 429 || status >= 500);
    }
  }

  @Test
  void retryAfter_makes503ARefusal_andNoOtherStatus() {
    Duration wait = Duration.ofSeconds(5);
    for (int status = 300; status <= 599; status++) {
      boolean refused = (status >= 400 && status <= 499) || status == 503;

      assertThat(ClerkApiException.builder(status).retryAfter(wait).build().mayHaveBeenCarriedOut())
          .as("%s", status)
          .isEqualTo(!refused);
    }
  }

  @Test
  void mayHaveBeenCarriedOut_overridesTheDefault() {
    assertThat(
            ClerkApiException.builder(404)
                .mayHaveBeenCarriedOut(true)
                .build()
                .mayHaveBeenCarriedOut())
        .isTrue();
    assertThat(
            ClerkApiException.builder(500)
                .mayHaveBeenCarriedOut(false)
                .build()
                .mayHaveBeenCarriedOut())
        .isFalse();
  }

  @Test
  void everythingSet_isKept() {
    IllegalStateException cause = new IllegalStateException();
    ClerkApiException e =
        ClerkApiException.builder(429)
            .method("POST")
            .path("/users/{user_id}/lock")
            .body(Fixtures.error("too_many_requests"))
            .ray("ray_1")
            .retryAfter(Duration.ofSeconds(5))
            .cause(cause)
            .build();

    assertThat(e.method()).isEqualTo("POST");
    assertThat(e.path()).isEqualTo("/users/{user_id}/lock");
    assertThat(e.errors()).hasSize(1);
    assertThat(e.hasCode("too_many_requests")).isTrue();
    assertThat(e.traceId()).as("the body's, not that of the header").contains("trace_1");
    assertThat(((ClerkApiException.RateLimited) e).retryAfter()).contains(Duration.ofSeconds(5));
    assertThat(e).hasCause(cause);
  }

  @Test
  void nothingSet_isEmpty() {
    ClerkApiException e = ClerkApiException.builder(429).build();

    assertThat(e.method()).isEmpty();
    assertThat(e.path()).isEmpty();
    assertThat(e.errors()).isEmpty();
    assertThat(e.traceId()).isEmpty();
    assertThat(((ClerkApiException.RateLimited) e).retryAfter()).isEmpty();
    assertThat(e).hasNoCause();
  }

  @Test
  void bodyWithoutTrace_takesTheHeader() {
    assertThat(ClerkApiException.builder(502).body("<html>").ray("ray_1").build().traceId())
        .contains("ray_1");
  }

  @Test
  void successStatus_isMisuse() {
    for (int status = 200; status <= 299; status++) {
      int success = status;
      assertThatIllegalArgumentException().isThrownBy(() -> ClerkApiException.builder(success));
    }
  }

  @Test
  void nullMethodOrPath_isMisuse() {
    ClerkApiException.Builder builder = ClerkApiException.builder(404);

    assertThatNullPointerException().isThrownBy(() -> builder.method(null));
    assertThatNullPointerException().isThrownBy(() -> builder.path(null));
  }
}
