package dev.clerkbapi.webhooks;

/**
 * A delivery was refused; nothing in it may be acted upon. Respond with status {@code 400}: Clerk
 * sends it again later.
 *
 * <p>The message has neither the body nor a secret or signature, so it can be logged.
 */
public final class WebhookVerificationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final WebhookReason reason;

  /**
   * For tests of your own code.
   *
   * @param reason such as {@link WebhookReason#TOO_OLD}
   * @param message what is wrong, without anything secret
   */
  public WebhookVerificationException(WebhookReason reason, String message) {
    super(reason + ": " + message);
    this.reason = reason;
  }

  /** Returns why. */
  public WebhookReason reason() {
    return reason;
  }
}
