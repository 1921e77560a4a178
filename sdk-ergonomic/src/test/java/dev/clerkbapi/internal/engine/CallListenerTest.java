package dev.clerkbapi.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clerkbapi.CallListener;
import dev.clerkbapi.CallReport;
import dev.clerkbapi.CallStart;
import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.ClerkClientBuilder;
import dev.clerkbapi.api.UsersApi;
import dev.clerkbapi.fixtures.FakeEnvironment;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.LogTrap;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.fixtures.RawServer.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Listeners are notified once of each call, however it ends. */
class CallListenerTest {
  private static final Response USER = RawServer.http("200 OK", Fixtures.USER, "cf-ray: ray_1");
  private static final Response DOWN = RawServer.http("503 No", "", "cf-ray: ray_2");
  private static final Response UNKNOWN =
      RawServer.http("404 Not Found", Fixtures.error("resource_not_found"), "cf-ray: ray_3");

  private final FakeEnvironment environment = new FakeEnvironment();
  private final List<CallReport> reports = new CopyOnWriteArrayList<>();

  @Test
  void success_isReported() throws IOException {
    CallReport report = reportOf(USER);

    assertThat(report.operation()).isEqualTo("lockUser");
    assertThat(report.method()).isEqualTo("POST");
    assertThat(report.path()).isEqualTo("/users/{user_id}/lock");
    assertThat(report.duration()).isZero();
    expect(report, 200, 1, "ray_1", null);
  }

  @Test
  void errorResponse_isReportedWithTheTraceOfItsBody() throws IOException {
    expect(reportOf(UNKNOWN), 404, 1, "trace_1", "NotFound");
  }

  @Test
  void errorResponseWithoutEnvelope_isReportedWithItsRay() throws IOException {
    expect(reportOf(DOWN, DOWN, DOWN), 503, 3, "ray_2", "Server");
  }

  @Test
  void successAfterRetry_isReportedOnceWithAllItsTime() throws IOException {
    CallReport report = reportOf(DOWN, USER);

    expect(report, 200, 2, "ray_1", null);
    assertThat(report.duration()).isEqualTo(Duration.ofMillis(250));
  }

  @Test
  void lostResponses_areReportedWithoutStatus() throws IOException {
    expect(reportOf(RawServer.reset()), 0, 3, null, "ClerkTransportException");
  }

  @Test
  void lostResponseAfterAnother_isReportedWithTheOneThatCame() throws IOException {
    expect(
        reportOf(DOWN, RawServer.reset(), RawServer.reset()),
        503,
        3,
        "ray_2",
        "ClerkTransportException");
  }

  @Test
  void unreadableSuccess_isReported() throws IOException {
    expect(
        reportOf(RawServer.http("200 OK", "<html>", "cf-ray: ray_4")),
        200,
        1,
        "ray_4",
        "ClerkDecodingException");
  }

  @Test
  void callThatWasHeldBack_isReportedWithoutAttempt() throws IOException {
    Response busy =
        RawServer.http("429 No", Fixtures.error("too_many_requests"), "Retry-After: 50");
    try (RawServer server = new RawServer(busy);
        ClerkClient clerk = client(server).build()) {
      lock(clerk);
      lock(clerk);

      expect(reports.get(0), 429, 1, "trace_1", "RateLimited");
      expect(reports.get(1), 0, 0, "trace_1", "RateLimited");
    }
  }

  @Test
  void callWithoutPermit_isReportedWithoutAttempt() throws IOException {
    try (RawServer server = new RawServer(USER);
        ClerkClient clerk = client(server).rateLimit(longest -> Optional.empty()).build()) {
      lock(clerk);

      expect(reports.get(0), 0, 0, null, "ClerkTransportException");
    }
  }

  @Test
  void callOnAnotherThread_isReportedThereBeforeItsFutureEnds() throws Exception {
    AtomicReference<String> thread = new AtomicReference<>();
    try (RawServer server = new RawServer(UNKNOWN);
        ClerkClient clerk =
            client(server)
                .callListener(report -> thread.set(Thread.currentThread().getName()))
                .build()) {
      Throwable thrown =
          catchThrowable(() -> clerk.callAsync(clerk.api(UsersApi.class).lockUser("user_1")).get());

      assertThat(thrown).isNotNull();
      assertThat(reports).hasSize(1);
      expect(reports.get(0), 404, 1, "trace_1", "NotFound");
      assertThat(thread.get()).startsWith("clerk-bapi-call-");
    }
  }

  @Test
  void start_isReportedBeforeAnythingIsSentAndOnTheThreadOfTheEnd() throws Exception {
    List<String> events = new CopyOnWriteArrayList<>();
    try (RawServer server = new RawServer(USER);
        ClerkClient clerk = client(server).callListener(recorder(server, events)).build()) {
      clerk.callAsync(clerk.api(UsersApi.class).lockUser("user_1")).get();
    }
    assertThat(events).hasSize(2);
    String thread = events.get(1).replace("ended with 1 sent on ", "");
    assertThat(thread).startsWith("clerk-bapi-call-");
    assertThat(events.get(0))
        .isEqualTo("lockUser POST /users/{user_id}/lock started with 0 sent on " + thread);
  }

  private static CallListener recorder(RawServer server, List<String> events) {
    return new CallListener() {
      @Override
      public void callStarted(CallStart start) {
        events.add(
            (start.operation() + " " + start.method() + " " + start.path())
                + (" started with " + server.requests().size() + " sent on ")
                + Thread.currentThread().getName());
      }

      @Override
      public void callEnded(CallReport report) {
        events.add(
            "ended with "
                + server.requests().size()
                + " sent on "
                + Thread.currentThread().getName());
      }
    };
  }

  @Test
  void misuse_isNotReported() throws IOException {
    try (RawServer server = new RawServer(USER)) {
      ClerkClient clerk = client(server).build();
      assertThatIllegalArgumentException().isThrownBy(() -> clerk.users().lockUser(" "));
      clerk.close();
      assertThatIllegalStateException().isThrownBy(() -> clerk.users().lockUser("user_1"));

      assertThat(reports).isEmpty();
    }
  }

  @Test
  void listenerThatThrows_isLoggedAndChangesNothing() throws IOException {
    try (LogTrap log = new LogTrap();
        RawServer server = new RawServer(USER, UNKNOWN);
        ClerkClient clerk =
            Fixtures.client(server.baseUrl(), environment)
                .callListener(
                    report -> {
                      throw new IllegalStateException("a listener's own");
                    })
                .callListener(
                    report -> {
                      throw new AssertionError("another's");
                    })
                .callListener(reports::add)
                .build()) {
      assertThat(clerk.users().lockUser("user_1").id()).isEqualTo("user_123");
      lock(clerk);

      assertThat(reports).extracting(CallReport::attempts).containsExactly(1, 1);
      assertThat(log.lines())
          .filteredOn(line -> line.contains("CallListener"))
          .hasSize(4)
          .anyMatch(line -> line.contains("a listener's own"))
          .anyMatch(line -> line.contains("another's"));
    }
  }

  private static void expect(
      CallReport report, int status, int attempts, String traceId, String error) {
    assertThat(report.status().orElse(0)).isEqualTo(status);
    assertThat(report.attempts()).isEqualTo(attempts);
    assertThat(report.traceId()).isEqualTo(Optional.ofNullable(traceId));
    assertThat(report.error()).isEqualTo(Optional.ofNullable(error));
  }

  private CallReport reportOf(Response... responses) throws IOException {
    try (RawServer server = new RawServer(responses);
        ClerkClient clerk = client(server).build()) {
      lock(clerk);
    }
    assertThat(reports).hasSize(1);
    return reports.get(0);
  }

  private static void lock(ClerkClient clerk) {
    var unused = catchThrowable(() -> clerk.users().lockUser("user_1"));
  }

  private ClerkClientBuilder client(RawServer server) {
    return Fixtures.client(server.baseUrl(), environment).callListener(reports::add);
  }
}
