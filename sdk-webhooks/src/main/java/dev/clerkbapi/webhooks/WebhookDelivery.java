package dev.clerkbapi.webhooks;

import java.time.Instant;

/**
 * A delivery that was verified: the event, and what its headers say. Immutable.
 *
 * <p>Clerk may deliver an event more than once, for example because your response was lost. The
 * {@link #id()} stays the same, so remember it to process each event once: see {@link
 * WebhookInbox}.
 */
public final class WebhookDelivery {
  private final String id;
  private final Instant sentAt;
  private final WebhookEvent event;

  WebhookDelivery(String id, Instant sentAt, WebhookEvent event) {
    this.id = id;
    this.sentAt = sentAt;
    this.event = event;
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
