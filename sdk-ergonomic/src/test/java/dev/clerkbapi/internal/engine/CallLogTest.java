package dev.clerkbapi.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.LogTrap;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.fixtures.RawServer.Response;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

/** The lines at DEBUG, one for each attempt; time stands still here, so each took 0 ms. */
class CallLogTest {
  private static final String LOCK = "POST /users/{user_id}/lock, attempt ";

  @Test
  void retry_isTwoLines() throws IOException {
    Response down = RawServer.http("503 No", "");
    Response user = RawServer.http("200 OK", Fixtures.USER, "cf-ray: ray_1");

    assertThat(linesOf(down, user))
        .containsExactly(
            LOCK + "1: 503 after 0 ms, again in 250 ms", LOCK + "2: 200 after 0 ms (trace ray_1)");
  }

  @Test
  void errorResponse_hasItsTrace() throws IOException {
    assertThat(linesOf(RawServer.http("404 No", Fixtures.error("resource_not_found"))))
        .containsExactly(LOCK + "1: 404 after 0 ms (trace trace_1)");
  }

  @Test
  void lostResponse_hasAReason() throws IOException {
    List<String> lines = linesOf(RawServer.cutOff("not HTTP, and not to be quoted\r\n\r\n"));

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0))
        .startsWith(LOCK + "1: the response was lost: java.")
        .endsWith(" after 0 ms, again in 250 ms")
        .doesNotContain("quoted");
    assertThat(lines.get(2)).startsWith(LOCK + "3: the response was lost: ").endsWith("after 0 ms");
  }

  @Test
  void unreadableSuccess_hasItsStatusAndNothingOfItsBody() throws IOException {
    assertThat(linesOf(RawServer.http("200 OK", "{\"locked\":\"strange\"}")))
        .containsExactly(LOCK + "1: 200, not readable after 0 ms");
  }

  @Test
  void traceThatForgesALine_staysOnOne() throws IOException {
    Response forger = RawServer.http("404 No", "{\"errors\":[],\"clerk_trace_id\":\"a\\nb\"}");

    assertThat(linesOf(forger)).containsExactly(LOCK + "1: 404 after 0 ms (trace a b)");
  }

  @Test
  void levelAboveDebug_logsNothing() throws IOException {
    try (LogTrap log = new LogTrap(Level.INFO)) {
      lock(RawServer.http("503 No", ""));

      assertThat(log.ofTheSdk()).isEmpty();
    }
  }

  private static List<String> linesOf(Response... responses) throws IOException {
    try (LogTrap log = new LogTrap()) {
      lock(responses);
      return log.ofTheSdk();
    }
  }

  private static void lock(Response... responses) throws IOException {
    try (RawServer server = new RawServer(responses);
        ClerkClient clerk = Fixtures.client(server.baseUrl()).build()) {
      var unused = catchThrowable(() -> clerk.users().lockUser("user_1"));
    }
  }
}
