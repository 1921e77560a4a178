package dev.clerkbapi.spring;

/** A request is no genuine delivery; its message has no secret and no part of the body. */
final class RefusedWebhookException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RefusedWebhookException(String message) {
    super(message, null, false, false);
  }
}
