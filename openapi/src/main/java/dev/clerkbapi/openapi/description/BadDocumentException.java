package dev.clerkbapi.openapi.description;

/**
 * A document that we cannot work with; the message names the file, the place, and what is wrong.
 */
public final class BadDocumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadDocumentException(String message) {
    super(message);
  }

  public BadDocumentException(String message, Throwable cause) {
    super(message, cause);
  }
}
