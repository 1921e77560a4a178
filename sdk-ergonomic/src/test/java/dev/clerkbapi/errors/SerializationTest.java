package dev.clerkbapi.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.errors.ClerkTransportException.Reason;
import dev.clerkbapi.fixtures.Serialized;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exceptions travel to other JVMs, such as those of a job queue, with all that they hold. */
class SerializationTest {
  private static final String BODY =
      "{\"errors\":[{\"code\":\"some_code\",\"message\":\"Short\",\"long_message\":\"Longer\","
          + "\"meta\":{\"list\":[1,0.5,null,{\"deep\":[true]}],\"none\":null}}],"
          + "\"clerk_trace_id\":\"trace_1\"}";

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 402, 403, 404, 409, 413, 422, 429, 503})
  void apiException_arrivesWhole(int status) throws Exception {
    ClerkApiException sent =
        ClerkApiException.builder(status)
            .method("POST")
            .path("/users/{user_id}/lock")
            .body(BODY)
            .retryAfter(Duration.ofSeconds(5))
            .mayHaveBeenCarriedOut(true)
            .build();
    ClerkApiException received = expectSame(sent);

    assertThat(received.status()).isEqualTo(status);
    assertThat(received.errors()).isEqualTo(sent.errors());
    assertThat(received.errors().get(0).meta()).isEqualTo(sent.errors().get(0).meta());
    assertThat(received.traceId()).contains("trace_1");
    assertThat(received.mayPassLater()).isEqualTo(sent.mayPassLater());
    if (received instanceof ClerkApiException.RateLimited limited) {
      assertThat(limited.retryAfter()).contains(Duration.ofSeconds(5));
    }
  }

  static List<Reason> reasons() {
    return List.of(
        Reason.TIMEOUT,
        Reason.CONNECT,
        Reason.TLS,
        Reason.INTERRUPTED,
        Reason.CANCELLED,
        Reason.CLOSED,
        Reason.LIMIT,
        Reason.LOST);
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void transportException_arrivesWithAnEqualReason(Reason reason) throws Exception {
    ClerkTransportException sent =
        ClerkTransportException.builder(reason).method("GET").path("/users/{user_id}").build();
    ClerkTransportException received = expectSame(sent);

    assertThat(received.reason()).isEqualTo(reason).hasSameHashCodeAs(reason);
    assertThat(reasons()).filteredOn(received.reason()::equals).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>"})
  void decodingException_arrivesWhole(String body) throws Exception {
    ClerkDecodingException received =
        expectSame(ClerkDecodingException.builder(201).rawBody(body).build());

    assertThat(received.status()).isEqualTo(201);
    assertThat(received.rawBody()).isEqualTo(body);
  }

  /** Also with the exception of an earlier attempt. */
  private static <E extends ClerkException> E expectSame(E sent) throws Exception {
    sent.addSuppressed(ClerkTransportException.builder(Reason.LOST).build());
    E received = Serialized.sendAndReceive(sent);

    assertThat(received.getClass()).isEqualTo(sent.getClass());
    assertThat(received).hasMessage(sent.getMessage());
    assertThat(received.method()).isEqualTo(sent.method());
    assertThat(received.path()).isEqualTo(sent.path());
    assertThat(received.mayHaveBeenCarriedOut()).isEqualTo(sent.mayHaveBeenCarriedOut());
    assertThat(received.getSuppressed()).hasSize(1);
    return received;
  }
}
