package dev.clerkbapi.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundsTest {

  @Test
  void slowRound_countsForBothContenders() {
    Rounds rounds = new Rounds();
    double[] slowness = {1, 10, 1};
    for (double times : slowness) {
      rounds.add("ours", 2 * times);
      rounds.add("theirs", 4 * times);
    }
    assertThat(rounds.ratio("ours", "theirs")).isEqualTo(0.5);
    assertThat(rounds.median("ours")).isEqualTo(2);
  }

  @Test
  void evenNumberOfRounds_givesTheMiddleOfTheTwo() {
    Rounds rounds = new Rounds();
    rounds.add("ours", 1);
    rounds.add("ours", 3);
    assertThat(rounds.median("ours")).isEqualTo(2);
  }
}
