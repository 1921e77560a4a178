package dev.clerkbapi.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clerkbapi.testing.SignedWebhook;
import dev.clerkbapi.testing.WebhookSigner;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Standard Webhooks' own library and Svix's, through which Clerk sends, agree with ours. */
class OtherLibrariesTest {
  private static final WebhookSigner CLERK = WebhookSigner.create();
  private static final WebhookVerifier OURS =
      WebhookVerifier.builder().secret(CLERK.secret()).build();

  /** A library, with what it calls its headers. */
  interface Library {
    String sign(String id, long seconds, String body) throws Exception;

    void verify(String body, HttpHeaders headers) throws Exception;
  }

  static List<Library> libraries() throws Exception {
    return List.of(new Standard(), new Svix());
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void whatTheySign_weAccept(Library library) throws Exception {
    for (String type : WebhookSigner.eventTypes()) {
      byte[] body = CLERK.event(type).with("data.x", "Zoë 漢字 😀").body();
      long now = Instant.now().getEpochSecond();
      String signature = library.sign("msg_1", now, new String(body, StandardCharsets.UTF_8));
      Map<String, String> headers =
          Map.of("svix-id", "msg_1", "svix-timestamp", "" + now, "svix-signature", signature);
      assertThat(OURS.verify(headers::get, body).event().type()).isEqualTo(type);
    }
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void whatIsSignedForTests_theyAccept(Library library) {
    for (String type : WebhookSigner.eventTypes()) {
      SignedWebhook webhook = CLERK.event(type);
      String body = new String(webhook.body(), StandardCharsets.UTF_8);
      HttpHeaders headers = headers(webhook.headers());
      assertThatCode(() -> library.verify(body, headers)).doesNotThrowAnyException();
      assertThatThrownBy(() -> library.verify(body + " ", headers)).isNotNull();
    }
  }

  private static HttpHeaders headers(Map<String, String> given) {
    Map<String, List<String>> headers = new HashMap<>();
    given.forEach(
        (name, value) -> {
          headers.put(name, List.of(value));
          headers.put(name.replace("svix-", "webhook-"), List.of(value));
        });
    return HttpHeaders.of(headers, (name, value) -> true);
  }

  private static final class Standard implements Library {
    private final com.standardwebhooks.Webhook webhook;

    Standard() throws Exception {
      this.webhook = new com.standardwebhooks.Webhook(CLERK.secret());
    }

    @Override
    public String sign(String id, long seconds, String body) throws Exception {
      return webhook.sign(id, seconds, body);
    }

    @Override
    public void verify(String body, HttpHeaders headers) throws Exception {
      webhook.verify(body, headers);
    }
  }

  private static final class Svix implements Library {
    private final com.svix.Webhook webhook;

    Svix() throws Exception {
      this.webhook = new com.svix.Webhook(CLERK.secret());
    }

    @Override
    public String sign(String id, long seconds, String body) throws Exception {
      return webhook.sign(id, seconds, body);
    }

    @Override
    public void verify(String body, HttpHeaders headers) throws Exception {
      webhook.verify(body, headers);
    }
  }
}
