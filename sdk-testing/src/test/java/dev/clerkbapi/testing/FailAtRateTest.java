package dev.clerkbapi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailAtRateTest {
  private static final FakeFault BUSY = FakeFault.error(503, "service_unavailable");
  private static final FakeFault LIMITED = FakeFault.rateLimited(Duration.ofSeconds(1));

  private final FakeBapi bapi = FakeBapi.start();
  private final Caller caller = new Caller(bapi);

  @BeforeEach
  void add() {
    bapi.addUser("user_123");
  }

  @AfterEach
  void stop() {
    bapi.close();
  }

  @Test
  void sameSeed_failsTheSameRequests() throws IOException {
    List<Integer> first = statuses(7);
    assertThat(statuses(7)).isEqualTo(first);
    assertThat(statuses(8)).isNotEqualTo(first);
    // The share is 0.4 of 300, half of them in each way; the seed makes these numbers the same
    // ever.
    assertThat(Collections.frequency(first, 200)).isBetween(150, 210);
    assertThat(Collections.frequency(first, 503)).isBetween(40, 80);
    assertThat(Collections.frequency(first, 429)).isBetween(40, 80);
  }

  private static List<Integer> statuses(long seed) throws IOException {
    try (FakeBapi bapi = FakeBapi.builder().seed(seed).start()) {
      bapi.failAtRate(0.4, BUSY, LIMITED);
      List<Integer> statuses = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        statuses.add(new Caller(bapi).get("/users").status());
      }
      return statuses;
    }
  }

  @Test
  void failNext_comesFirst() throws IOException {
    bapi.failAtRate(1, BUSY);
    bapi.failNext(FakeFault.error(500, "internal_clerk_error"));
    assertThat(caller.get("/users").status()).isEqualTo(500);
    assertThat(caller.get("/users").status()).isEqualTo(503);
  }

  @Test
  void shareOfZero_turnsItOff() throws IOException {
    bapi.failAtRate(1, BUSY);
    assertThat(caller.get("/users").status()).isEqualTo(503);
    bapi.failAtRate(0);
    assertThat(caller.get("/users").status()).isEqualTo(200);
  }

  @Test
  void lostResponses_areCarriedOutAndCounted_resetsAreNot() {
    bapi.failAtRate(1, FakeFault.reset());
    assertThatThrownBy(() -> caller.post("/users/user_123/lock")).isInstanceOf(IOException.class);
    assertThat(bapi.lockCount("user_123")).isZero();
    bapi.failAtRate(1, FakeFault.lostResponse());
    assertThatThrownBy(() -> caller.post("/users/user_123/lock")).isInstanceOf(IOException.class);
    assertThat(bapi.lockCount("user_123")).isEqualTo(1);
    assertThat(bapi.isLocked("user_123")).isTrue();
  }

  @Test
  void whatIsNoShare_isRefused() {
    for (double share : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatIllegalArgumentException().isThrownBy(() -> bapi.failAtRate(share, BUSY));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> bapi.failAtRate(0.5));
  }
}
