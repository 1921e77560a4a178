package dev.clerkbapi.testing;

import static java.util.Objects.requireNonNull;

import dev.clerkbapi.testing.internal.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A webhook that can be sent, made by {@link WebhookSigner}. Immutable: each method that changes
 * something returns another one. The ID stays the same, as it does when Clerk sends a webhook
 * again.
 */
public final class SignedWebhook {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final String secret;
  private final Clock clock;
  private final String id;
  private final byte[] body;

  SignedWebhook(String secret, Clock clock, Map<String, @Nullable Object> event) {
    this(secret, clock, bytes(event));
  }

  SignedWebhook(String secret, Clock clock, byte[] body) {
    this(secret, clock, "msg_" + UUID.randomUUID().toString().replace("-", ""), body);
  }

  private SignedWebhook(String secret, Clock clock, String id, byte[] body) {
    this.secret = secret;
    this.clock = clock;
    this.id = id;
    this.body = body;
  }

  /**
   * Replaces or adds a member of the event.
   *
   * @param path such as {@code data.first_name}, or {@code data.email_addresses.0.email_address}
   * @param value a string, number, boolean, list, map or null
   * @throws IllegalArgumentException if the path leads through something that is not there, or JSON
   *     has no such value
   */
  public SignedWebhook with(String path, @Nullable Object value) {
    Map<String, @Nullable Object> event = JsonPaths.event(body);
    JsonPaths.set(event, path, value);
    return new SignedWebhook(secret, clock, id, bytes(event));
  }

  /**
   * Removes a member of the event; does nothing if it is not there.
   *
   * @param path such as {@code data.first_name}
   */
  public SignedWebhook without(String path) {
    Map<String, @Nullable Object> event = JsonPaths.event(body);
    JsonPaths.remove(event, path);
    return new SignedWebhook(secret, clock, id, bytes(event));
  }

  /**
   * Sets the ID of the message, which is random otherwise.
   *
   * @param id such as {@code msg_1}
   */
  public SignedWebhook withId(String id) {
    return new SignedWebhook(secret, clock, requireNonNull(id, "id"), body);
  }

  /** Sets the time of sending, which is the clock's otherwise; receivers refuse old ones. */
  public SignedWebhook sentAt(Instant time) {
    return new SignedWebhook(secret, Clock.fixed(time, ZoneOffset.UTC), id, body);
  }

  /** Returns the ID of the message. */
  public String id() {
    return id;
  }

  /** Returns a copy of the bytes that are sent. */
  public byte[] body() {
    return body.clone();
  }

  /** Returns the headers that Clerk sends with it, signed now. */
  public Map<String, String> headers() {
    long seconds = clock.instant().getEpochSecond();
    return Map.of(
        "content-type",
        "application/json",
        "svix-id",
        id,
        "svix-timestamp",
        Long.toString(seconds),
        "svix-signature",
        WebhookSignature.of(secret, id, seconds, body));
  }

  /**
   * Sends it, and returns the status of the response.
   *
   * @param url of what receives webhooks, such as {@code http://127.0.0.1:8080/webhooks/clerk}
   * @throws UncheckedIOException if there is no response within 30 s
   */
  public int post(URI url) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url).timeout(TIMEOUT).POST(BodyPublishers.ofByteArray(body));
    headers().forEach(request::header);
    try {
      return HttpClient.newHttpClient()
          .send(request.build(), BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sending", e);
    }
  }

  private static byte[] bytes(Map<String, @Nullable Object> event) {
    return Json.write(event).getBytes(StandardCharsets.UTF_8);
  }
}
