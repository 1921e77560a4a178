package dev.clerkbapi.openapi.rewrite;

/** A pinned name that would be given to two different shapes. */
public final class NameClashException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NameClashException(String message) {
    super(message);
  }
}
