package dev.clerkbapi.cli;

/** Lists the outcome of every user, for other programs. Not thread-safe. */
interface Report {
  /**
   * Adds a user. An error in writing does not stop the run; it shows in {@link #end}.
   *
   * @param outcome the name of the outcome, such as {@code Refused}
   * @param detail the error or the reason; may be empty
   */
  void add(String userId, String outcome, String detail);

  /**
   * Ends the report, after the last user.
   *
   * @return the exit status, which is no longer {@link Tally#ALL_DONE} if the report is incomplete
   */
  int end(Tally tally, int exitStatus);
}
