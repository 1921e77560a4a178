package dev.clerkbapi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clerkbapi.testing.Caller.Reply;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private static final Clock STANDING =
      Clock.fixed(Instant.parse("2026-01-31T11:00:00Z"), ZoneOffset.UTC);

  private FakeBapi bapi =
      FakeBapi.builder().clock(STANDING).rateLimit(2, Duration.ofSeconds(10)).start();
  private Caller caller = new Caller(bapi);

  @AfterEach
  void stop() {
    bapi.close();
  }

  @Test
  void oneTooMany_isRefusedAndNotCarriedOut() throws IOException {
    bapi.addUser("user_123");
    assertThat(lock().status()).isEqualTo(200);
    assertThat(caller.post("/users/user_123/unlock").status()).isEqualTo(200);
    Reply refused = lock();
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("too_many_requests");
    assertThat(retryAfter(refused)).contains("10");
    assertThat(bapi.isLocked("user_123")).isFalse();
    assertThat(bapi.lockCount("user_123")).isEqualTo(1);
    assertThat(bapi.rateLimitedRequests()).isEqualTo(1);
  }

  @Test
  void window_slides_andRefusedRequestsTakeNoRoom() throws IOException {
    bapi.addUser("user_123");
    assertThat(lock().status()).isEqualTo(200);
    bapi.advance(Duration.ofSeconds(4));
    assertThat(lock().status()).isEqualTo(200);
    assertThat(retryAfter(lock())).contains("6");
    bapi.advance(Duration.ofMillis(5_500));
    assertThat(retryAfter(lock())).contains("1");
    bapi.advance(Duration.ofMillis(500));
    assertThat(lock().status()).isEqualTo(200);
    assertThat(retryAfter(lock())).contains("4");
    assertThat(bapi.rateLimitedRequests()).isEqualTo(3);
  }

  @Test
  void wrongKey_takesNoRoom() throws IOException {
    for (int i = 0; i < 3; i++) {
      assertThat(caller.send("GET", "/users", "Bearer sk_test_wrong").status()).isEqualTo(401);
    }
    assertThat(caller.get("/users").status()).isEqualTo(200);
  }

  @Test
  void failedRequest_takesRoom_butIsNotRefused() throws IOException {
    bapi.failNext(3, FakeFault.error(503, "service_unavailable"));
    for (int i = 0; i < 3; i++) {
      assertThat(caller.get("/users").status()).isEqualTo(503);
    }
    assertThat(caller.get("/users").status()).isEqualTo(429);
    assertThat(bapi.rateLimitedRequests()).isEqualTo(1);
  }

  @Test
  void requestThatIsRefused_failsInNoOtherWay() throws IOException {
    bapi.failAtRate(1, FakeFault.error(503, "service_unavailable"));
    assertThat(caller.get("/users").status()).isEqualTo(503);
    assertThat(caller.get("/users").status()).isEqualTo(503);
    assertThat(caller.get("/users").status()).isEqualTo(429);
  }

  @Test
  void clerksLimits_are100And1000In10Seconds() throws IOException {
    restart(FakeBapi.builder().developmentRateLimit());
    assertAdmitted(100);
    restart(FakeBapi.builder().productionRateLimit());
    assertAdmitted(1000);
  }

  @Test
  void noLimit_unlessSet() throws IOException {
    restart(FakeBapi.builder());
    for (int i = 0; i < 1001; i++) {
      assertThat(caller.get("/users").status()).isEqualTo(200);
    }
    assertThat(bapi.rateLimitedRequests()).isZero();
  }

  @Test
  void whatIsNoLimit_isRefused() {
    FakeBapiBuilder builder = FakeBapi.builder();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.rateLimit(0, Duration.ofSeconds(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.rateLimit(1, Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.rateLimit(1, Duration.ofSeconds(-1)));
  }

  private void assertAdmitted(int most) throws IOException {
    for (int i = 0; i < most; i++) {
      assertThat(caller.get("/users").status()).isEqualTo(200);
    }
    assertThat(retryAfter(caller.get("/users"))).contains("10");
    bapi.advance(Duration.ofSeconds(10));
    assertThat(caller.get("/users").status()).isEqualTo(200);
  }

  private void restart(FakeBapiBuilder builder) {
    bapi.close();
    bapi = builder.clock(STANDING).start();
    caller = new Caller(bapi);
  }

  private Reply lock() throws IOException {
    return caller.post("/users/user_123/lock");
  }

  private static Optional<String> retryAfter(Reply reply) {
    return reply.response().headers().firstValue("Retry-After");
  }
}
