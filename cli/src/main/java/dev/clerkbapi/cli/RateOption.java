package dev.clerkbapi.cli;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How fast requests are sent. */
final class RateOption {
  private static final int MOST_PER_SECOND = 1000;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = {
        "Requests per second, reads included.",
        "Default: 80 for a live key, 8 for a test key, which is 80 %% of Clerk's limit."
      })
  private @Nullable Integer rate;

  /**
   * Returns the rate, if one was given.
   *
   * @throws RefusedException if it is out of bounds
   */
  OptionalInt checked() {
    if (rate != null && (rate < 1 || rate > MOST_PER_SECOND)) {
      throw new RefusedException("--rate must be from 1 to " + MOST_PER_SECOND + ", not " + rate);
    }
    return rate == null ? OptionalInt.empty() : OptionalInt.of(rate);
  }
}
