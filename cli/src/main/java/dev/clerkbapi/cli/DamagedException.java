package dev.clerkbapi.cli;

/** A line that cannot be one of a journal. */
final class DamagedException extends Exception {
  private static final long serialVersionUID = 1L;

  DamagedException(String why) {
    super(why);
  }
}
