package dev.clerkbapi.webhooks;

import dev.clerkbapi.json.UnknownVariant;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What any event says besides its data. Clerk does not always send all of it; only the type is
 * certain.
 */
public interface WebhookEnvelope {
  /** Which event this is, such as {@code user.created}. */
  String type();

  /**
   * When it happened; null if Clerk does not say. Clerk sends seconds or milliseconds: less than
   * 100,000,000,000 are taken for seconds.
   */
  default @Nullable Instant timestamp() {
    return unknown().timestamp();
  }

  /** ID of the Clerk instance in which it happened, such as {@code ins_2abc}; null if not sent. */
  default @Nullable String instanceId() {
    return unknown().instanceId();
  }

  /** The circumstances of the event; null if not sent. */
  default @Nullable WebhookEventAttributes eventAttributes() {
    return unknown().eventAttributes();
  }

  /** Address of the client whose request caused the event; null if not sent. */
  default @Nullable String clientIp() {
    WebhookHttpRequest request = UnknownEnvelope.requestOf(eventAttributes());
    return request == null ? null : request.clientIp();
  }

  /** {@code User-Agent} of the request that caused the event; null if not sent. */
  default @Nullable String userAgent() {
    WebhookHttpRequest request = UnknownEnvelope.requestOf(eventAttributes());
    return request == null ? null : request.userAgent();
  }

  /** Events that this SDK knows have accessors of their own, which are generated. */
  private UnknownEnvelope unknown() {
    return new UnknownEnvelope(((UnknownVariant) this).members());
  }
}
