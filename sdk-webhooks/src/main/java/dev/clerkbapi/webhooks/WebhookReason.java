package dev.clerkbapi.webhooks;

import dev.clerkbapi.json.OpenEnum;

/**
 * Why a delivery was refused.
 *
 * <p>Compare with {@code equals}; later versions may have more reasons.
 */
public final class WebhookReason extends OpenEnum {
  /** One or more of the three headers are missing or blank; the message names them. */
  public static final WebhookReason MISSING_HEADERS = new WebhookReason("missing-headers");

  /** The timestamp in the header is not a whole number of seconds. */
  public static final WebhookReason BAD_TIMESTAMP = new WebhookReason("bad-timestamp");

  /** It was sent longer ago than the tolerance permits: a replay, or a clock that is ahead. */
  public static final WebhookReason TOO_OLD = new WebhookReason("too-old");

  /** It was sent further in the future than the tolerance permits: a clock that is behind. */
  public static final WebhookReason TOO_NEW = new WebhookReason("too-new");

  /**
   * No signature fits. The body is not the one that was sent (most often because a framework parsed
   * and rewrote it), the secret is that of another endpoint, or it is a forgery.
   */
  public static final WebhookReason NO_MATCHING_SIGNATURE =
      new WebhookReason("no-matching-signature");

  /** The body is larger than the verifier permits. Nothing else was checked. */
  public static final WebhookReason BODY_TOO_LARGE = new WebhookReason("body-too-large");

  /** The delivery is genuine, but its body is no event: a JSON object with a {@code type}. */
  public static final WebhookReason BAD_JSON = new WebhookReason("bad-json");

  private static final WebhookReason[] KNOWN_VALUES = {
    MISSING_HEADERS,
    BAD_TIMESTAMP,
    TOO_OLD,
    TOO_NEW,
    NO_MATCHING_SIGNATURE,
    BODY_TOO_LARGE,
    BAD_JSON,
  };

  private static final long serialVersionUID = 1L;

  private WebhookReason(String value) {
    super(value);
  }

  private Object readResolve() {
    return of(value());
  }

  /**
   * Returns the constant with this value, or a new one for a value that this SDK does not know.
   *
   * @param value such as {@code too-old}
   */
  public static WebhookReason of(String value) {
    WebhookReason known = find(KNOWN_VALUES, value);
    return known != null ? known : new WebhookReason(value);
  }
}
