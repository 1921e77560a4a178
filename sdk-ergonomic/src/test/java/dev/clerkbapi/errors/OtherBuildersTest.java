package dev.clerkbapi.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.clerkbapi.errors.ClerkTransportException.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The builders of exceptions without an error response. */
class OtherBuildersTest {
  /** Whether the request may have reached BAPI, by reason. */
  private static final Map<Reason, Boolean> REASONS =
      Map.of(
          Reason.TIMEOUT, true,
          Reason.CONNECT, false,
          Reason.TLS, false,
          Reason.INTERRUPTED, true,
          Reason.CANCELLED, true,
          Reason.CLOSED, true,
          Reason.LIMIT, false,
          Reason.LOST, true);

  @Test
  void reason_decidesWhetherItMayHaveBeenCarriedOut() {
    REASONS.forEach(
        (reason, maybe) -> {
          ClerkTransportException e = ClerkTransportException.builder(reason).build();

          assertThat(e.reason()).isEqualTo(reason);
          assertThat(e.mayHaveBeenCarriedOut()).as("%s", reason).isEqualTo(maybe);
        });
  }

  @Test
  void mayHaveBeenCarriedOut_overridesTheReason() {
    for (boolean maybe : new boolean[] {true, false}) {
      REASONS.forEach(
          (reason, unused) ->
              assertThat(
                      ClerkTransportException.builder(reason)
                          .mayHaveBeenCarriedOut(maybe)
                          .build()
                          .mayHaveBeenCarriedOut())
                  .as("%s", reason)
                  .isEqualTo(maybe));
    }
  }

  @Test
  void failureOfTheNetwork_mayPassLater() {
    for (Reason reason : List.of(Reason.TIMEOUT, Reason.CONNECT, Reason.LOST, Reason.LIMIT)) {
      assertThat(ClerkTransportException.builder(reason).build().mayPassLater()).isTrue();
    }
  }

  @Test
  void reasons_areToldApart() {
    assertThat(REASONS).hasSize(8); // A Map refuses two keys that are equal.
    assertThat(Reason.TIMEOUT).hasToString("TIMEOUT");
  }

  @Test
  void transportException_keepsWhatWasSet() {
    IllegalStateException cause = new IllegalStateException();
    ClerkTransportException e =
        ClerkTransportException.builder(Reason.LOST)
            .method("GET")
            .path("/users/{user_id}")
            .cause(cause)
            .build();

    assertThat(e.method()).isEqualTo("GET");
    assertThat(e.path()).isEqualTo("/users/{user_id}");
    assertThat(e).hasCause(cause);
  }

  @Test
  void decodingException_keepsWhatWasSet_andMayAlwaysHaveBeenCarriedOut() {
    ClerkDecodingException e =
        ClerkDecodingException.builder(200)
            .method("GET")
            .path("/users/{user_id}")
            .rawBody("<html>")
            .build();

    assertThat(e.status()).isEqualTo(200);
    assertThat(e.rawBody()).isEqualTo("<html>");
    assertThat(e.method()).isEqualTo("GET");
    assertThat(e.path()).isEqualTo("/users/{user_id}");
    assertThat(e.mayHaveBeenCarriedOut()).isTrue();
  }

  @Test
  void decodingExceptionWithNothingSet_isEmpty() {
    ClerkDecodingException e = ClerkDecodingException.builder(204).build();

    assertThat(e.rawBody()).isEmpty();
    assertThat(e.path()).isEmpty();
    assertThat(e).hasNoCause();
  }

  @Test
  void null_isMisuse() {
    assertThatNullPointerException().isThrownBy(() -> ClerkTransportException.builder(null));
    assertThatNullPointerException()
        .isThrownBy(() -> ClerkTransportException.builder(Reason.LOST).detail(null));
    assertThatNullPointerException()
        .isThrownBy(() -> ClerkDecodingException.builder(200).reason(null));
    assertThatNullPointerException()
        .isThrownBy(() -> ClerkDecodingException.builder(200).rawBody(null));
  }
}
