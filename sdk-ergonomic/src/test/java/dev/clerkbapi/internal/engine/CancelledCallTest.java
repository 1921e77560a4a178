package dev.clerkbapi.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.RetryPolicy;
import dev.clerkbapi.api.UsersApi;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.errors.ClerkTransportException.Reason;
import dev.clerkbapi.fixtures.FakeEnvironment;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.model.User;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;

/**
 * The call that a caller handed in is the one that the caller can cancel, though all attempts but
 * the first are made with copies of it.
 */
class CancelledCallTest {
  private final FakeEnvironment environment = new FakeEnvironment();
  private RawServer server;
  private ClerkClient clerk;
  private Call<User> call;

  @BeforeEach
  void start() throws IOException {
    server = new RawServer(RawServer.http("500 No", ""));
    clerk =
        Fixtures.client(server.baseUrl(), environment)
            .retryPolicy(RetryPolicy.defaults().withMaxAttempts(5))
            .build();
    call = clerk.api(UsersApi.class).lockUser("user_123");
  }

  @AfterEach
  void stop() throws IOException {
    clerk.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void betweenAttempts_isNotSentAgain(int attempts) {
    cancelAfter(attempts, call);

    expectCancelled(
        catchThrowableOfType(ClerkTransportException.class, () -> clerk.call(call)), attempts);
  }

  @Test
  void betweenAttemptsOnAnotherThread_isNotSentAgain() {
    cancelAfter(2, call);

    CompletionException thrown =
        catchThrowableOfType(CompletionException.class, () -> clerk.callAsync(call).join());
    expectCancelled((ClerkTransportException) thrown.getCause(), 2);
  }

  /** Then even the first attempt is made with a copy. */
  @Test
  void executedBefore_isTheOneToCancelAllTheSame() throws IOException {
    assertThat(call.execute().code()).isEqualTo(500);
    cancelAfter(1, call);

    ClerkTransportException thrown =
        catchThrowableOfType(ClerkTransportException.class, () -> clerk.call(call));
    assertThat(thrown.reason()).isEqualTo(Reason.CANCELLED);
    assertThat(server.requests()).hasSize(2);
  }

  private void cancelAfter(int attempts, Call<User> cancelled) {
    environment.onSleep(
        () -> {
          if (environment.sleeps().size() == attempts) {
            cancelled.cancel();
          }
        });
  }

  private void expectCancelled(ClerkTransportException thrown, int attempts) {
    assertThat(thrown.reason()).isEqualTo(Reason.CANCELLED);
    assertThat(thrown.mayHaveBeenCarriedOut()).isTrue(); // By one of the attempts before.
    assertThat(thrown.getSuppressed()).hasSize(attempts);
    assertThat(server.requests()).hasSize(attempts);
  }
}
