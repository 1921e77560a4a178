package dev.clerkbapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.errors.ClerkTransportException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An interrupt ends a call, wherever it is; the flag stays set, and nothing more is sent. */
class InterruptionTest {
  /** Far beyond what the test waits: only the interrupt can have ended the call. */
  private static final Duration TIMEOUT = Duration.ofHours(1);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @AfterEach
  void clearFlag() {
    Thread.interrupted();
  }

  @Test
  void whileWaitingForAnswer() throws Exception {
    expectInterrupted(RawServer.silence());
  }

  @Test
  void whileReadingBody() throws Exception {
    expectInterrupted(RawServer.bytes("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"));
  }

  private static void expectInterrupted(RawServer.Answer answer) throws Exception {
    try (RawServer server = new RawServer(answer);
        ClerkClient clerk = Fixtures.client(server.baseUrl()).timeout(TIMEOUT).build()) {
      AtomicReference<Throwable> thrown = new AtomicReference<>();
      AtomicReference<Boolean> flag = new AtomicReference<>();
      Thread caller =
          new Thread(
              () -> {
                thrown.set(catchThrowable(() -> clerk.users().lockUser("user_123")));
                flag.set(Thread.currentThread().isInterrupted());
              });
      caller.setDaemon(true);
      caller.start();
      server.awaitRequest();
      caller.interrupt();
      caller.join(PATIENCE.toMillis());

      assertThat(caller.isAlive()).isFalse();
      assertThat(thrown.get()).isExactlyInstanceOf(ClerkTransportException.class);
      assertThat(thrown.get()).hasMessageContaining("interrupted");
      assertThat(((ClerkException) thrown.get()).mayHaveBeenCarriedOut()).isTrue();
      assertThat(flag.get()).isTrue();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void beforeTheCall_sendsNothing() throws IOException {
    try (RawServer server = new RawServer(RawServer.user());
        ClerkClient clerk = Fixtures.client(server.baseUrl()).build()) {
      Thread.currentThread().interrupt();
      Throwable thrown = catchThrowable(() -> clerk.users().lockUser("user_123"));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(thrown).isExactlyInstanceOf(ClerkTransportException.class);
      assertThat(((ClerkException) thrown).mayHaveBeenCarriedOut()).isFalse();
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void whileWaitingToTryAgain() throws IOException {
    FakeEnvironment environment = new FakeEnvironment();
    environment.onSleep(Thread.currentThread()::interrupt);
    try (RawServer server = new RawServer(RawServer.http("429 No", ""), RawServer.user());
        ClerkClient clerk = Fixtures.client(server.baseUrl(), environment).build()) {
      Throwable thrown = catchThrowable(() -> clerk.users().lockUser("user_123"));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(thrown).isExactlyInstanceOf(ClerkTransportException.class);
      assertThat(((ClerkException) thrown).mayHaveBeenCarriedOut()).isFalse();
      assertThat(thrown.getSuppressed()).hasSize(1);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void clientGoesOnWorkingAfterwards() throws Exception {
    try (RawServer server = new RawServer(RawServer.user());
        ClerkClient clerk = Fixtures.client(server.baseUrl()).build()) {
      Thread.currentThread().interrupt();
      assertThat(catchThrowable(() -> clerk.users().lockUser("user_123"))).isNotNull();
      assertThat(Thread.interrupted()).isTrue();

      assertThat(clerk.users().lockUser("user_123").id()).isEqualTo("user_123");
    }
  }
}
