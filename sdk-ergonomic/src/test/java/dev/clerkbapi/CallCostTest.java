package dev.clerkbapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.internal.support.SystemEnvironment;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a warm call costs in memory, which does not depend on how fast the machine is. */
class CallCostTest {
  /** It is some 16 KB; a buffer that does not return to okio's pool would add 8 KB. */
  private static final long MOST_BYTES = 20_000;

  private static final int PER_SECOND = 10_000_000;
  private static final int BATCHES = 20;
  private static final int BATCH = 100;

  @Test
  void warmCall_withAListenerAndARateLimit_takesLittle() throws Exception {
    try (RawServer server = new RawServer(RawServer.user());
        ClerkClient clerk =
            Fixtures.client(server.baseUrl(), new SystemEnvironment())
                .rateLimit(RateLimit.of(PER_SECOND, Duration.ofSeconds(1)))
                .callListener(report -> assertThat(report.attempts()).isOne())
                .build()) {
      long least = Long.MAX_VALUE;
      for (int i = 0; i < BATCHES; i++) {
        least = Math.min(least, bytesOfBatch(clerk) / BATCH);
      }
      assertThat(least).isBetween(1_000L, MOST_BYTES);
    }
  }

  private static long bytesOfBatch(ClerkClient clerk) {
    long before = allocated();
    for (int i = 0; i < BATCH; i++) {
      var unused = clerk.users().getUser("user_1");
    }
    return allocated() - before;
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
