package dev.clerkbapi;

import dev.clerkbapi.fixtures.FakeEnvironment;
import dev.clerkbapi.testing.FakeBapi;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A client for the tests of bulk runs, in whose time waiting takes none. */
public final class BulkTestClient {
  private final FakeEnvironment environment = new FakeEnvironment();

  /** Returns a builder whose rate limit always has a permit. */
  public ClerkClientBuilder builder(FakeBapi bapi) {
    return ClerkClient.builder()
        .secretKey(bapi.secretKey())
        .baseUrl(bapi.baseUrl())
        .environment(environment)
        .rateLimit(longestWait -> Optional.of(Duration.ZERO));
  }

  /** The clock of the client. */
  public long nanoTime() {
    return environment.nanoTime();
  }

  /** Passes the time of the client. */
  public void sleep(long nanos) throws InterruptedException {
    environment.sleep(nanos, new CountDownLatch(1));
  }
}
