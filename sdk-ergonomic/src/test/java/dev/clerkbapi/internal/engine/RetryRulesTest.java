package dev.clerkbapi.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.RetryPolicy;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.fixtures.TestApi;
import dev.clerkbapi.fixtures.Tls;
import dev.clerkbapi.model.User;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Call;

/** The table of {@link RetryRules}, over every kind of call: which outcome is tried again. */
class RetryRulesTest {
  private static final int ATTEMPTS = 3;
  private static final HeldCertificate LOOPBACK = Tls.certificate("127.0.0.1");
  private static final HeldCertificate OTHER_HOST = Tls.certificate("bapi.example");
  private static final RawServer.Response HALF =
      RawServer.cutOff("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"id\":");

  /** Which calls are tried again. */
  private enum Rule {
    EVERY_CALL,
    REPEATABLE_CALLS,
    NO_CALL;

    boolean holdsFor(Kind kind) {
      return this == EVERY_CALL || (this == REPEATABLE_CALLS && kind.repeatable());
    }
  }

  /** A call, and whether sending it twice does no harm. */
  private record Kind(String name, boolean repeatable, Function<TestApi, Call<User>> call) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static List<Kind> kinds() {
    return List.of(
        new Kind("GET", true, TestApi::get),
        new Kind("PUT", true, TestApi::put),
        new Kind("DELETE", true, TestApi::delete),
        new Kind("OPTIONS", true, TestApi::options),
        new Kind("POST", false, TestApi::post),
        new Kind("PATCH", false, TestApi::patch),
        new Kind("idempotent POST", true, api -> api.repeatablePost("a")),
        new Kind("PUT that is not idempotent", false, TestApi::unrepeatablePut));
  }

  private record Row(Fault outcome, Rule rule) {}

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.add(status("429", Rule.EVERY_CALL));
    rows.add(status("429", Rule.EVERY_CALL, "Retry-After: 1"));
    rows.add(status("503", Rule.EVERY_CALL, "Retry-After: 1"));
    rows.add(new Row(Fault.refusing("no connection"), Rule.EVERY_CALL));
    rows.add(new Row(Fault.showing("untrusted", LOOPBACK, OTHER_HOST), Rule.NO_CALL));
    for (String status : List.of("500", "502", "503", "504", "599")) {
      rows.add(status(status, Rule.REPEATABLE_CALLS));
    }
    rows.add(status("500", Rule.REPEATABLE_CALLS, "Retry-After: 1"));
    rows.add(new Row(Fault.responding("reset", RawServer.reset()), Rule.REPEATABLE_CALLS));
    rows.add(new Row(Fault.responding("closed", RawServer.cutOff("")), Rule.REPEATABLE_CALLS));
    rows.add(new Row(Fault.responding("half a body", HALF), Rule.REPEATABLE_CALLS));
    for (String status :
        List.of("302", "400", "401", "402", "403", "404", "408", "409", "413", "422", "423")) {
      rows.add(status(status, Rule.NO_CALL));
      rows.add(status(status, Rule.NO_CALL, "Retry-After: 1"));
    }
    rows.add(status("429", Rule.NO_CALL, "Retry-After: 61"));
    rows.add(status("503", Rule.NO_CALL, "Retry-After: 61"));
    rows.add(status("600", Rule.NO_CALL));
    rows.add(
        new Row(Fault.responding("200 with HTML", RawServer.http("200 OK", "<")), Rule.NO_CALL));
    rows.add(new Row(Fault.responding("200 empty", RawServer.http("200 OK", "")), Rule.NO_CALL));
    return rows;
  }

  private static Row status(String status, Rule rule, String... headers) {
    String name = status + (headers.length == 0 ? "" : " with " + headers[0]);
    return new Row(Fault.responding(name, RawServer.http(status + " No", "", headers)), rule);
  }

  static List<Arguments> table() {
    List<Arguments> table = new ArrayList<>();
    for (Row row : rows()) {
      for (Kind kind : kinds()) {
        table.add(Arguments.of(row.outcome(), kind, row.rule().holdsFor(kind) ? ATTEMPTS : 1));
      }
    }
    return table;
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @MethodSource("table")
  void outcome_isTriedAgainAsTheTableSays(Fault outcome, Kind kind, int attempts)
      throws IOException {
    try (Fault.Server server = outcome.opening().open("");
        ClerkClient clerk = Fixtures.client(server.baseUrl()).build()) {
      ClerkException thrown = failure(clerk, kind);

      assertThat(thrown.getSuppressed()).hasSize(attempts - 1);
      OptionalInt seen = server.attempts().get();
      assertThat(seen.orElse(attempts)).isEqualTo(attempts);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void passingFailure_endsInSuccess(Kind kind) throws IOException {
    try (RawServer server =
            new RawServer(
                RawServer.http("429 No", ""),
                RawServer.http("503 No", "", "Retry-After: 1"),
                RawServer.user());
        ClerkClient clerk = Fixtures.client(server.baseUrl()).build()) {
      assertThat(call(clerk, kind).id()).isEqualTo("user_123");
      assertThat(server.requests()).hasSize(ATTEMPTS);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void passingFailureOfARepeatableCall_endsInSuccess(Kind kind) throws IOException {
    RawServer.Response failed = RawServer.http("500 No", "");
    for (RawServer.Response lost : List.of(RawServer.reset(), RawServer.cutOff(""), HALF)) {
      try (RawServer server = new RawServer(failed, lost, RawServer.user());
          ClerkClient clerk = Fixtures.client(server.baseUrl()).build()) {
        if (kind.repeatable()) {
          assertThat(call(clerk, kind).id()).isEqualTo("user_123");
          assertThat(server.requests()).hasSize(ATTEMPTS);
        } else {
          assertThat(failure(clerk, kind).mayHaveBeenCarriedOut()).isTrue();
          assertThat(server.requests()).hasSize(1);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void policyWithoutRetries_sendsOnce(Kind kind) throws IOException {
    try (RawServer server = new RawServer(RawServer.http("429 No", ""));
        ClerkClient clerk =
            Fixtures.client(server.baseUrl()).retryPolicy(RetryPolicy.none()).build()) {
      assertThat(failure(clerk, kind).getSuppressed()).isEmpty();
      assertThat(server.requests()).hasSize(1);
    }
  }

  private static User call(ClerkClient clerk, Kind kind) {
    return clerk.call(kind.call().apply(clerk.api(TestApi.class)));
  }

  private static ClerkException failure(ClerkClient clerk, Kind kind) {
    return catchThrowableOfType(ClerkException.class, () -> call(clerk, kind));
  }
}
