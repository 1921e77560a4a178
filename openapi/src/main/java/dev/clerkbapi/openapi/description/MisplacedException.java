package dev.clerkbapi.openapi.description;

/** Something is wrong at one place of a document, given as a JSON pointer. */
final class MisplacedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String pointer;

  MisplacedException(String pointer, String message) {
    super(message);
    this.pointer = pointer;
  }

  /** The place, such as {@code /paths/~1users/get}; empty for the whole document. */
  String pointer() {
    return pointer;
  }

  /** Returns the pointer to a member of what {@code pointer} points to. */
  static String below(String pointer, String member) {
    return pointer + "/" + member.replace("~", "~0").replace("/", "~1");
  }
}
