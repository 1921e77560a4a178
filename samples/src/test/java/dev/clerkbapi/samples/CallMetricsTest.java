package dev.clerkbapi.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.RetryPolicy;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.FakeFault;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is on the meters after calls of each kind. */
class CallMetricsTest {
  private static final FakeFault DOWN = FakeFault.error(503, "service_unavailable");

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final FakeBapi bapi = FakeBapi.start();

  @AfterEach
  void stop() {
    bapi.close();
  }

  @Test
  void success_isACallAndAnAttempt() {
    bapi.addUser("user_1");
    try (ClerkClient clerk = client(RetryPolicy.defaults())) {
      clerk.users().lockUser("user_1");
    }

    Timer timer = timer("lockUser", "200", "none");
    assertThat(timer.count()).isEqualTo(1);
    assertThat(timer.totalTime(TimeUnit.NANOSECONDS)).isPositive();
    assertThat(attempts("lockUser")).isEqualTo(1);
  }

  @Test
  void refusal_isACallWithItsStatusAndError() {
    try (ClerkClient clerk = client(RetryPolicy.defaults())) {
      assertThat(catchThrowable(() -> clerk.users().getUser("user_404")))
          .isInstanceOf(ClerkApiException.NotFound.class);
    }

    assertThat(timer("getUser", "404", "NotFound").count()).isEqualTo(1);
    assertThat(attempts("getUser")).isEqualTo(1);
  }

  @Test
  void callThatIsSentAgain_isOneCallAndTwoAttempts() {
    bapi.addUser("user_1");
    bapi.failNext(DOWN);
    try (ClerkClient clerk = client(RetryPolicy.defaults())) {
      clerk.users().lockUser("user_1");
    }

    assertThat(timer("lockUser", "200", "none").count()).isEqualTo(1);
    assertThat(attempts("lockUser")).isEqualTo(2);
  }

  @Test
  void callWithoutAnswer_hasNoStatus() {
    bapi.failNext(FakeFault.reset());
    try (ClerkClient clerk = client(RetryPolicy.none())) {
      assertThat(catchThrowable(() -> clerk.users().getUser("user_1")))
          .isInstanceOf(ClerkTransportException.class);
    }

    assertThat(timer("getUser", "none", "ClerkTransportException").count()).isEqualTo(1);
  }

  @Test
  void meters_holdNoId() {
    bapi.addUser("user_1");
    bapi.addUser("user_2");
    try (ClerkClient clerk = client(RetryPolicy.defaults())) {
      clerk.users().lockUser("user_1");
      clerk.users().lockUser("user_2");
    }

    assertThat(registry.getMeters()).hasSize(2);
    assertThat(registry.getMeters())
        .extracting(Meter::getId)
        .allSatisfy(id -> assertThat(id.toString()).doesNotContain("user_1", "user_2"));
  }

  @Test
  void sample_printsEachMeterOnALine() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    try (ClerkClient clerk = client(RetryPolicy.defaults())) {
      CallMetrics.callAll(bapi, clerk);
    }
    CallMetrics.print(registry, new Terminal(stream, stream));

    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .hasSize(4)
        .startsWith(
            "clerk.attempts{operation=getUser} count=1.0",
            "clerk.attempts{operation=lockUser} count=3.0");
  }

  private ClerkClient client(RetryPolicy retries) {
    return ClerkClient.builder()
        .secretKey(bapi.secretKey())
        .baseUrl(bapi.baseUrl())
        .retryPolicy(retries)
        .callListener(new CallMetrics(registry))
        .build();
  }

  /** Fails if there is none with exactly these tags. */
  private Timer timer(String operation, String status, String error) {
    return registry
        .get(CallMetrics.CALLS)
        .tags("operation", operation, "status", status, "error", error)
        .timer();
  }

  private double attempts(String operation) {
    return registry.get(CallMetrics.ATTEMPTS).tag("operation", operation).counter().count();
  }
}
