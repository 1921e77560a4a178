package dev.clerkbapi.webhooks;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * A delivery that was verified: the event, and what its headers say. Immutable and serializable.
 *
 * <p>Clerk may deliver an event more than once, for example because your response was lost. The
 * {@link #id()} stays the same, so remember it to process each event once: see {@link
 * WebhookInbox}.
 */
public final class WebhookDelivery implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String id;
  private final Instant sentAt;

  @SuppressWarnings("serial") // events are models
  private final WebhookEvent event;

  WebhookDelivery(String id, Instant sentAt, WebhookEvent event) {
    this.id = id;
    this.sentAt = sentAt;
    this.event = event;
  }

  /**
   * Returns a delivery that nobody has verified, for tests of your own code.
   *
   * @param id such as {@code msg_2abc}
   * @param event such as {@code WebhookEvent.fromJson(json)}
   */
  public static WebhookDelivery of(String id, Instant sentAt, WebhookEvent event) {
    return new WebhookDelivery(
        Objects.requireNonNull(id, "id"),
        Objects.requireNonNull(sentAt, "sentAt"),
        Objects.requireNonNull(event, "event"));
  }

  /** Returns the ID of the message, such as {@code msg_2abc}, the same in each repetition. */
  public String id() {
    return id;
  }

  /**
   * Returns when this was sent, to the second; later in a repetition. {@link
   * WebhookEvent#timestamp()} says when the event happened.
   */
  public Instant sentAt() {
    return sentAt;
  }

  /** Returns the event; match it with {@code instanceof}. */
  public WebhookEvent event() {
    return event;
  }

  /** Returns the ID and the type of the event, without its data. */
  @Override
  public String toString() {
    return "WebhookDelivery{id=" + id + ", sentAt=" + sentAt + ", type=" + event.type() + '}';
  }
}
