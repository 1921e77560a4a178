package dev.clerkbapi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clerk.backend_api.helpers.security.models.TokenVerificationException;
import com.sun.net.httpserver.HttpServer;
import dev.clerkbapi.testing.SignedWebhook;
import dev.clerkbapi.testing.WebhookSigner;
import dev.clerkbapi.webhooks.WebhookDelivery;
import dev.clerkbapi.webhooks.WebhookVerificationException;
import java.security.SignatureException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every contender verifies what is genuine, and refuses what is not. */
class VerificationsTest {
  private final WebhookSigner clerk = WebhookSigner.create();
  private final SignedWebhook webhook = clerk.event("user.created");

  @Test
  void genuineToken_isAcceptedByAll() throws Exception {
    SessionToken token = new SessionToken();
    Map<String, Verification> all = TokenVerifications.of(token, token.text());

    assertThat(all).hasSize(5);
    for (Map.Entry<String, Verification> each : all.entrySet()) {
      Object result = each.getValue().verify();
      if (!each.getKey().equals("signature")) {
        assertThat(result.toString()).as(each.getKey()).contains(SessionToken.USER_ID);
      }
    }
  }

  @Test
  void tokenOfAnotherKey_isRefusedByAll() throws Exception {
    SessionToken token = new SessionToken();
    SessionToken forged = new SessionToken();
    Map<String, Verification> all = TokenVerifications.of(token, forged.text());
    all.put("signature", TokenVerifications.signature(token, forged.signature()));

    refused(all, "sdk", dev.clerkbapi.auth.TokenVerificationException.class);
    refused(all, "peer", TokenVerificationException.class);
    refused(all, "nimbus", com.nimbusds.jose.proc.BadJWSException.class);
    refused(all, "jjwt", io.jsonwebtoken.security.SignatureException.class);
    refused(all, "signature", SignatureException.class);
  }

  @Test
  void firstToken_isVerifiedWithTheKeyThatIsFetched() throws Exception {
    SessionToken token = new SessionToken();
    HttpServer server = FirstVerification.server(token.jwks());
    try {
      String origin = "http://127.0.0.1:" + server.getAddress().getPort();
      for (String contender : List.of("sdk", "peer")) {
        assertThat(FirstVerification.verify(contender, origin, token.text()).toString())
            .as(contender)
            .contains(SessionToken.USER_ID);
        assertThatThrownBy(
                () -> FirstVerification.verify(contender, origin, new SessionToken().text()))
            .as(contender)
            .isInstanceOf(Exception.class);
      }
    } finally {
      server.stop(0);
    }
  }

  @Test
  void claims_areAsLargeAsTheDocumentSays() throws Exception {
    assertThat(new SessionToken().claims().length()).isBetween(570, 630);
  }

  @Test
  void genuineWebhook_isAcceptedByAll() throws Exception {
    Map<String, Verification> all =
        WebhookVerifications.of(clerk.secret(), webhook, webhook.body());

    WebhookDelivery ours = (WebhookDelivery) verification(all, "sdk").verify();
    assertThat(ours.event().type()).isEqualTo("user.created");
    assertThat(verification(all, "svix-tree").verify().toString()).contains("user.created");
    assertThat(verification(all, "svix-map").verify().toString()).contains("user.created");
  }

  @Test
  void alteredWebhook_isRefusedByAll() throws Exception {
    byte[] altered = webhook.body();
    altered[altered.length - 1] = ' ';
    Map<String, Verification> all = WebhookVerifications.of(clerk.secret(), webhook, altered);

    refused(all, "sdk", WebhookVerificationException.class);
    refused(all, "svix-tree", com.svix.exceptions.WebhookVerificationException.class);
    refused(all, "svix-map", com.svix.exceptions.WebhookVerificationException.class);
  }

  @Test
  void webhook_isAsLargeAsTheDocumentSays() {
    assertThat(webhook.body().length).isBetween(6_500, 7_600);
  }

  private static void refused(
      Map<String, Verification> all, String name, Class<? extends Exception> how) {
    assertThatThrownBy(() -> verification(all, name).verify()).as(name).isInstanceOf(how);
  }

  private static Verification verification(Map<String, Verification> all, String name) {
    return Objects.requireNonNull(all.get(name));
  }
}
