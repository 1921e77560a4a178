package dev.clerkbapi.spring;

/** A property is missing, or cannot be what it is set to. Boot shows both sentences at start-up. */
final class ClerkPropertyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String action;

  ClerkPropertyException(String description, String action) {
    super(description);
    this.action = action;
  }

  /** Returns what to do. */
  String action() {
    return action;
  }
}
