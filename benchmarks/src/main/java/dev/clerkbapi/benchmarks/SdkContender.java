package dev.clerkbapi.benchmarks;

import dev.clerkbapi.CallReport;
import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.RateLimit;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** This SDK with all of its features on: retries, a listener, limits. */
final class SdkContender implements Contender {
  /** So many that no call ever waits for a permit. */
  private static final int PER_SECOND = 10_000_000;

  private final LongAdder attempts = new LongAdder();
  private final ClerkClient clerk;

  SdkContender(String baseUrl) {
    clerk =
        ClerkClient.builder()
            .secretKey(Contenders.KEY)
            .baseUrl(baseUrl)
            .rateLimit(RateLimit.of(PER_SECOND, Duration.ofSeconds(1)))
            .callListener(this::count)
            .build();
  }

  @Override
  public Object getUser(String id) {
    return clerk.users().getUser(id);
  }

  @Override
  public void close() {
    clerk.close();
  }

  private void count(CallReport report) {
    attempts.add(report.attempts());
  }
}
