package dev.clerkbapi.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.fixtures.FakeEnvironment;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.fixtures.ThrowableText;
import dev.clerkbapi.internal.support.Environment;
import dev.clerkbapi.internal.support.SystemEnvironment;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * A call against a server with a fault. Whatever happens, the key is in no exception, and goes to
 * no other origin.
 *
 * @param title what it is, in messages
 * @param key the one that has to be in every request
 * @param builtWith the secret key of the client
 * @param calls how many such calls it makes at once
 */
record FaultRun(String title, String key, String builtWith, int calls, Consumer<ClerkClient> call) {
  private static final Duration LONG = Duration.ofSeconds(30);

  /** For what only the timeout ends. Doubled for a machine too busy to send a request in it. */
  private static final Duration SHORT = Duration.ofSeconds(1);

  static FaultRun of(String title, Consumer<ClerkClient> call) {
    return new FaultRun(title, Fixtures.KEY, Fixtures.KEY, 1, call);
  }

  /** Returns the cell of the documentation. */
  String outcome(Fault fault) throws IOException {
    if (!fault.endsByTimeout()) {
      return outcome(fault, LONG, new FakeEnvironment());
    }
    Duration timeout = SHORT;
    String outcome = "";
    while (outcome.isEmpty() && timeout.compareTo(LONG) < 0) {
      outcome = outcome(fault, timeout, new SystemEnvironment());
      timeout = timeout.multipliedBy(2);
    }
    return outcome;
  }

  /** Returns what happened; empty if no request came in time. */
  private String outcome(Fault fault, Duration timeout, Environment environment)
      throws IOException {
    try (RawServer elsewhere = new RawServer(RawServer.user());
        Fault.Server server = fault.opening().open(elsewhere.baseUrl());
        ClerkClient clerk =
            Fixtures.client(server.baseUrl(), environment)
                .secretKey(builtWith)
                .timeout(timeout)
                .build()) {
      Throwable thrown = catchThrowable(() -> call.accept(clerk));
      if (thrown instanceof CompletionException) {
        thrown = thrown.getCause();
      }

      assertThat(thrown).as("%s, %s", fault, title).isInstanceOf(ClerkException.class);
      assertThat(ThrowableText.of(thrown))
          .as("%s, %s", fault, title)
          .doesNotContain(key)
          .doesNotContain(builtWith);
      assertThat(elsewhere.connections()).as("%s, %s: sent elsewhere", fault, title).isZero();
      assertThat(server.requests().get())
          .as("%s, %s: the key travels, or this shows nothing", fault, title)
          .allMatch(request -> request.contains("Authorization: Bearer " + key));
      return describe(
          (ClerkException) thrown, server.attempts().get().orElse(calls * attempts(thrown)));
    }
  }

  private String describe(ClerkException thrown, int seen) {
    if (seen == 0) {
      return "";
    }
    int attempts = attempts(thrown);
    if (calls == 1) { // Those that run at once are held back together after a 429.
      assertThat(seen).as("attempts that the server saw").isEqualTo(attempts);
    }
    return attempts
        + ", `"
        + thrown.getClass().getSimpleName()
        + "`, "
        + thrown.mayHaveBeenCarriedOut();
  }

  private static int attempts(Throwable thrown) {
    return thrown.getSuppressed().length + 1;
  }
}
