package dev.clerkbapi.cli.journal;

/** A line that is not a valid line of a journal. */
final class DamagedException extends Exception {
  private static final long serialVersionUID = 1L;

  DamagedException(String why) {
    super(why);
  }
}
