package dev.clerkbapi.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.fixtures.FakeEnvironment;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.fixtures.TestApi;
import dev.clerkbapi.fixtures.ThrowableText;
import dev.clerkbapi.internal.support.Environment;
import dev.clerkbapi.internal.support.SystemEnvironment;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * How often a call is sent, what it ends with, and whether it may have been carried out: for each
 * fault and each kind of call, over real sockets, as {@code docs/faults.md} says. And whatever
 * happens, the key is in no exception, and goes to no other origin.
 */
class FaultsTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  /** For what only the timeout ends. Doubled for a machine too busy to send a request in it. */
  private static final Duration SHORT = Duration.ofSeconds(1);

  private record Kind(String title, Consumer<ClerkClient> call) {
    @Override
    public String toString() {
      return title;
    }
  }

  private static final List<Kind> KINDS =
      List.of(
          new Kind("GET", clerk -> clerk.users().getUser("user_123")),
          new Kind("POST that may be sent twice", clerk -> clerk.users().lockUser("user_123")),
          new Kind("any other POST", clerk -> clerk.call(clerk.api(TestApi.class).post())));

  @Test
  void everyFault_endsAsDocumented() throws IOException {
    FaultDocument document = new FaultDocument();
    for (Kind kind : KINDS) {
      document.column(kind.title());
    }
    for (Fault fault : Faults.all()) {
      List<String> cells = new ArrayList<>();
      for (Kind kind : KINDS) {
        cells.add(outcome(fault, kind));
      }
      document.row(fault.name(), cells);
    }
    document.compareOrUpdate();
  }

  private static String outcome(Fault fault, Kind kind) throws IOException {
    if (!fault.endsByTimeout()) {
      return outcome(fault, kind, LONG, new FakeEnvironment());
    }
    Duration timeout = SHORT;
    String outcome = "";
    while (outcome.isEmpty() && timeout.compareTo(LONG) < 0) {
      outcome = outcome(fault, kind, timeout, new SystemEnvironment());
      timeout = timeout.multipliedBy(2);
    }
    return outcome;
  }

  /** Returns what happened; empty if no request came in time. */
  private static String outcome(Fault fault, Kind kind, Duration timeout, Environment environment)
      throws IOException {
    try (RawServer elsewhere = new RawServer(RawServer.user());
        Fault.Server server = fault.opening().open(elsewhere.baseUrl());
        ClerkClient clerk =
            Fixtures.client(server.baseUrl(), environment).timeout(timeout).build()) {
      Throwable thrown = catchThrowable(() -> kind.call().accept(clerk));

      assertThat(thrown).as("%s, %s", fault, kind).isInstanceOf(ClerkException.class);
      assertThat(ThrowableText.of(thrown)).as("%s, %s", fault, kind).doesNotContain(Fixtures.KEY);
      assertThat(elsewhere.connections()).as("%s, %s: sent elsewhere", fault, kind).isZero();
      assertThat(server.requests().get())
          .as("%s, %s: the key travels, or this shows nothing", fault, kind)
          .allMatch(request -> request.contains("Authorization: Bearer " + Fixtures.KEY));
      return describe((ClerkException) thrown, server.attempts().get().orElse(attempts(thrown)));
    }
  }

  private static String describe(ClerkException thrown, int seen) {
    if (seen == 0) {
      return "";
    }
    assertThat(seen).as("attempts that the server saw").isEqualTo(attempts(thrown));
    return seen
        + ", `"
        + thrown.getClass().getSimpleName()
        + "`, "
        + thrown.mayHaveBeenCarriedOut();
  }

  private static int attempts(Throwable thrown) {
    return thrown.getSuppressed().length + 1;
  }
}
