package dev.clerkbapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long a run is going to take. */
class PlanTest {
  private static final Pace LIVE = new Pace(80, 64, Duration.ofMillis(50));

  private static Plan users(int count) {
    return new Plan(count, count, count, 0, 0);
  }

  @Test
  void time_isThatOfTheRate() {
    assertThat(users(20_000).text(false, LIVE, false))
        .isEqualTo("20000 users, 80 requests a second, about 4 min 13 s");
    assertThat(users(20_000).text(false, LIVE, true)).endsWith("about 16 min 43 s");
    assertThat(users(1).text(false, LIVE, false)).endsWith("about 1 s");
  }

  @Test
  void time_isThatOfTheLatency_whereThatIsSlower() {
    Pace slow = new Pace(80, 64, Duration.ofMillis(1600));
    assertThat(users(20_000).text(false, slow, false)).endsWith("about 8 min 25 s");
    Pace few = new Pace(80, 4, Duration.ofMillis(500));
    assertThat(users(20_000).text(false, few, false)).endsWith("about 42 min 5 s");
  }

  @Test
  void dryRun_readsOneHundredAtATime() {
    Pace slow = new Pace(80, 64, Duration.ofMillis(500));
    assertThat(users(20_000).text(true, slow, true))
        .isEqualTo("20000 users, 80 requests a second, about 1 min 40 s");
  }

  @Test
  void usersWhoAreNotSent_takeNoTime() {
    assertThat(new Plan(2000, 2000, 1010, 10, 10).text(false, LIVE, false))
        .endsWith(", 990 finished before, 80 requests a second, about 13 s");
    assertThat(new Plan(10, 10, 0, 0, 0).text(false, LIVE, false)).endsWith("requests a second");
  }

  @Test
  void runLongerThanALock_isWarnedOf() {
    assertThat(users(290_000).warning(false, LIVE, false)).isPresent();
    assertThat(users(280_000).warning(false, LIVE, false)).isEmpty();
    assertThat(users(80_000).warning(false, LIVE, true)).isPresent();
    assertThat(users(290_000).warning(true, LIVE, false)).isEmpty();
  }
}
