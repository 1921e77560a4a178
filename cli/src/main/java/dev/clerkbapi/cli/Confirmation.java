package dev.clerkbapi.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Asks a person before many users are locked.
 *
 * @param console where the person is, if it is a terminal
 * @param isGiven whether no question is to be asked
 */
record Confirmation(Console console, boolean isGiven) {
  private static final int MOST_WITHOUT = 1000;
  private static final Set<String> YES = Set.of("y", "yes");

  /**
   * Asks, if there are more than 1,000 users.
   *
   * @throws RefusedException if the person does not say yes
   */
  void require(long users) {
    if (isGiven || users <= MOST_WITHOUT || !console.isTerminal()) {
      return;
    }
    console.err().print("Lock " + users + " users? [y/N] ");
    console.err().flush();
    if (!YES.contains(line().strip().toLowerCase(Locale.ROOT))) {
      throw new RefusedException("not confirmed, nobody was locked; --yes asks no question");
    }
  }

  /** Returns an empty line at the end of the input, as when the IDs were read from it. */
  private String line() {
    try {
      String line =
          new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8))
              .readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      return "";
    }
  }
}
