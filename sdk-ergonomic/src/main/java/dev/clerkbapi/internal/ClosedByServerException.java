package dev.clerkbapi.internal;

import java.io.IOException;

/** The server had closed a kept connection before anything of the request was sent. */
final class ClosedByServerException extends IOException {
  private static final long serialVersionUID = 1L;

  ClosedByServerException() {
    super("the server had closed the connection");
  }
}
