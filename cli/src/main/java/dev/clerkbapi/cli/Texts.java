package dev.clerkbapi.cli;

import java.time.Duration;

/** Numbers and times as text for people. */
final class Texts {
  private Texts() {}

  /** Such as {@code 4 min 11 s}. */
  static String time(Duration time) {
    long seconds = time.plusMillis(500).toSeconds();
    return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }

  /** Such as {@code 1 user} or {@code 20000 users}. */
  static String users(long count) {
    return count + (count == 1 ? " user" : " users");
  }
}
