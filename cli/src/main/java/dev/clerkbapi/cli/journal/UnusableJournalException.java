package dev.clerkbapi.cli.journal;

/** A journal that cannot be used for a run. Nothing was sent; the message says what to change. */
public final class UnusableJournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableJournalException(String message) {
    super(message);
  }
}
