package dev.clerkbapi.samples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.clerkbapi.testing.SignedWebhook;
import dev.clerkbapi.testing.WebhookSigner;
import dev.clerkbapi.webhooks.UserCreated;
import dev.clerkbapi.webhooks.UserDeleted;
import dev.clerkbapi.webhooks.WebhookDelivery;
import dev.clerkbapi.webhooks.WebhookEvent;
import dev.clerkbapi.webhooks.WebhookInbox;
import dev.clerkbapi.webhooks.WebhookVerificationException;
import dev.clerkbapi.webhooks.WebhookVerifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * How do I receive Clerk's webhooks?
 *
 * <p>The server is the JDK's. In place of Clerk, a {@code WebhookSigner} sends it some webhooks:
 * one twice, as Clerk does when a response is lost, and one whose signature does not fit.
 */
public final class ReceiveWebhooks implements HttpHandler {
  private static final int MAX_BODY_BYTES = 1024 * 1024;
  private static final int INBOX_CAPACITY = 10_000;

  private final WebhookVerifier verifier;
  private final WebhookInbox inbox = WebhookInbox.inMemory(INBOX_CAPACITY);
  private final Terminal terminal;

  ReceiveWebhooks(WebhookVerifier verifier, Terminal terminal) {
    this.verifier = verifier;
    this.terminal = terminal;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
      exchange.sendResponseHeaders(status(exchange, body), -1);
    }
  }

  private int status(HttpExchange exchange, byte[] body) {
    try {
      WebhookDelivery delivery = verifier.verify(exchange.getRequestHeaders(), body);
      if (inbox.seen(delivery.id())) {
        terminal.say("again: " + delivery.event().type());
      } else {
        process(delivery.event());
        inbox.remember(delivery.id());
      }
      return 204;
    } catch (WebhookVerificationException e) {
      terminal.say("refused: " + e.getMessage());
      return 400;
    }
  }

  /** Keep this short, or put the event into a queue: Clerk waits for the response some seconds. */
  private void process(WebhookEvent event) {
    if (event instanceof UserCreated created) {
      terminal.say("created: " + created.data().id());
    } else if (event instanceof UserDeleted deleted) {
      terminal.say("deleted: " + deleted.data().id());
    } else {
      terminal.say("not of interest: " + event.type());
    }
  }

  /** Receives what a signer sends. */
  public static void main(String[] args) throws IOException {
    run(Terminal.ofSystem());
  }

  static void run(Terminal terminal) throws IOException {
    WebhookSigner clerk = WebhookSigner.create();
    WebhookVerifier verifier = WebhookVerifier.builder().secret(clerk.secret()).build();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/webhooks/clerk", new ReceiveWebhooks(verifier, terminal));
    server.start();
    try {
      int port = server.getAddress().getPort();
      URI url = URI.create("http://127.0.0.1:" + port + "/webhooks/clerk");
      SignedWebhook created = clerk.event("user.created").with("data.id", "user_123");
      created.post(url);
      created.post(url);
      clerk.event("organization.created").post(url);
      clerk.event("user.deleted").with("data.id", "user_123").post(url);
      int status = WebhookSigner.create().event("user.created").post(url);
      terminal.say("status of the one with another secret: " + status);
    } finally {
      server.stop(0);
    }
  }
}
