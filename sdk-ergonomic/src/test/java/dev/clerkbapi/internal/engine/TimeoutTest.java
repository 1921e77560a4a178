package dev.clerkbapi.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.errors.ClerkTransportException.Reason;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.internal.support.SystemEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * One timeout bounds a whole call, whatever the server does. A server here would keep a call for
 * longer than the test may run.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TimeoutTest {
  private static final Duration SHORT = Duration.ofSeconds(1);

  @Test
  void responseThatNeverComes_isTransportFailureThatMayHaveHappened() throws IOException {
    expectTimeout(RawServer.silence());
  }

  @Test
  void responseThatDrips_isTransportFailureThatMayHaveHappened() throws IOException {
    expectTimeout(
        (socket, out) -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
          for (int i = 0; i < 100_000; i++) {
            out.write(' ');
            out.flush();
            sleep();
          }
        });
  }

  @Test
  void headThatDrips_isTransportFailureThatMayHaveHappened() throws IOException {
    expectTimeout(
        (socket, out) -> {
          out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
          for (int i = 0; i < 100_000; i++) {
            out.write('x');
            out.flush();
            sleep();
          }
        });
  }

  private static void expectTimeout(RawServer.Response response) throws IOException {
    try (RawServer server = new RawServer(response);
        ClerkClient clerk =
            Fixtures.client(server.baseUrl(), new SystemEnvironment()).timeout(SHORT).build()) {
      ClerkTransportException e =
          catchThrowableOfType(
              ClerkTransportException.class, () -> clerk.users().lockUser("user_123"));

      assertThat(e.mayHaveBeenCarriedOut()).isTrue();
      assertThat(e.reason()).isEqualTo(Reason.TIMEOUT);
      assertThat(server.requests()).hasSize(1);
    }
  }

  private static void sleep() throws IOException {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
