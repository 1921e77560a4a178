package dev.clerkbapi.testing.internal.http;

/** What arrived is not a request in HTTP/1.1, so the connection cannot be used any more. */
final class BadRequestException extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;

  BadRequestException(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
