package dev.clerkbapi.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.errors.ClerkTransportException.Reason;
import dev.clerkbapi.fixtures.Fixtures;
import org.junit.jupiter.api.Test;

/** What the messages of built exceptions say; no other test compares these texts. */
class MessagesTest {

  @Test
  void errorResponse_isItsStatusCodeAndTrace() {
    assertThat(lock(422).body(Fixtures.error("form_param_invalid")).build())
        .hasMessage(
            "422 form_param_invalid: A longer sentence."
                + " (POST /users/{user_id}/lock, trace trace_1)");
  }

  @Test
  void severalErrors_areCounted() {
    String error = "{\"code\":\"a\",\"message\":\"b\"}";

    assertThat(lock(422).body("{\"errors\":[" + error + "," + error + "]}").build())
        .hasMessage("422 a: b and 1 more error (POST /users/{user_id}/lock)");
    assertThat(lock(422).body("{\"errors\":[" + error + "," + error + "," + error + "]}").build())
        .hasMessage("422 a: b and 2 more errors (POST /users/{user_id}/lock)");
  }

  @Test
  void errorResponseWithoutEnvelope_namesTheContentType() {
    assertThat(lock(502).body("<html>secret").contentType("text/html").ray("ray_1").build())
        .hasMessage(
            "502 without an error envelope"
                + " (POST /users/{user_id}/lock, trace ray_1, text/html)");
  }

  @Test
  void exceptionOfATest_hasOnlyWhatItWasGiven() {
    String envelope = "{\"errors\":[{\"code\":\"a\",\"message\":\"b\"}]}";
    assertThat(ClerkApiException.builder(404).body(envelope).build()).hasMessage("404 a: b");
    assertThat(ClerkApiException.builder(404).build())
        .hasMessage("404 without an error envelope (no content type)");
  }

  @Test
  void textOfTheServer_staysOnOneLineAndIsCut() {
    String body = "{\"errors\":[{\"code\":\"a\\nb\",\"message\":\"" + "x".repeat(1000) + "\"}]}";

    assertThat(lock(400).body(body).build())
        .hasMessage("400 a b: " + "x".repeat(300) + "... (POST /users/{user_id}/lock)");
  }

  @Test
  void noResponse_isItsDetail() {
    assertThat(
            ClerkTransportException.builder(Reason.TIMEOUT)
                .method("GET")
                .path("/users/{user_id}")
                .detail("no response in time")
                .build())
        .hasMessage("no response in time (GET /users/{user_id})");
    assertThat(ClerkTransportException.builder(Reason.TIMEOUT).build()).hasMessage("TIMEOUT");
  }

  @Test
  void unreadableSuccess_isItsStatusAndReasonWithoutTheBody() {
    assertThat(
            ClerkDecodingException.builder(200)
                .method("GET")
                .path("/users/{user_id}")
                .reason("an empty body")
                .rawBody("personal")
                .build())
        .hasMessage("200 with an empty body (GET /users/{user_id})");
  }

  private static ClerkApiException.Builder lock(int status) {
    return ClerkApiException.builder(status).method("POST").path("/users/{user_id}/lock");
  }
}
