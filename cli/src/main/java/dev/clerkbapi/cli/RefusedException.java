package dev.clerkbapi.cli;

/** The command refuses to start: nothing was sent, and the message says what to change. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RefusedException(String message) {
    super(message);
  }
}
