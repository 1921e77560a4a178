package dev.clerkbapi.internal.http;

import java.io.IOException;

/** The server closed a kept connection before any byte of the request was sent. */
final class ClosedByServerException extends IOException {
  private static final long serialVersionUID = 1L;

  ClosedByServerException() {
    super("the server had closed the connection");
  }
}
