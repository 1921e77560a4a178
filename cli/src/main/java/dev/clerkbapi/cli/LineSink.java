package dev.clerkbapi.cli;

/** Gets what the lines of a file hold. */
interface LineSink {
  /** Of a longer line only so many characters are read, and one more. No ID is that long. */
  int LONGEST = 1000;

  /**
   * Takes a line, or a column of a row.
   *
   * @param number of the line in the file, counted from 1
   * @param text without comment and without blanks around it; not empty
   */
  void take(long number, String text);
}
