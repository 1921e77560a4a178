package dev.clerkbapi.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.TestApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How often a call is sent, what it ends with, and whether it may have been carried out: for each
 * fault and each kind of call, over real sockets, as {@code docs/faults.md} says.
 */
class FaultsTest {
  private static final String OTHER = "sk_test_anotherInstance";
  private static final String MACHINE = "ak_ofAMachine";
  private static final int AT_ONCE = 4;

  private static final FaultRun GET = FaultRun.of("GET", FaultsTest::get);
  private static final FaultRun LOCK = FaultRun.of("POST that may be sent twice", FaultsTest::lock);
  private static final FaultRun POST =
      FaultRun.of("any other POST", clerk -> clerk.call(clerk.api(TestApi.class).post()));

  private static void get(ClerkClient clerk) {
    var unused = clerk.users().getUser("user_123");
  }

  private static void lock(ClerkClient clerk) {
    var unused = clerk.users().lockUser("user_123");
  }

  private static void read(ClerkClient clerk) {
    try (var users = clerk.users().streamUserList()) {
      var unused = users.iterator().hasNext();
    }
  }

  /** The other ways of making a call; each does what the column says that it is made with. */
  private static final List<FaultRun> LIKE_GET =
      List.of(
          FaultRun.of(
              "withResponse",
              clerk ->
                  clerk.withResponse(
                      c -> {
                        get(c);
                        return "";
                      })),
          FaultRun.of("stream", FaultsTest::read),
          FaultRun.of("stream, not ahead", clerk -> read(clerk.with(o -> o.readAhead(0)))),
          new FaultRun("threads", Fixtures.KEY, Fixtures.KEY, AT_ONCE, FaultsTest::onThreads));

  private static final List<FaultRun> LIKE_LOCK =
      List.of(
          FaultRun.of("view", clerk -> lock(clerk.with(o -> o.header("X-Shop", "7")))),
          new FaultRun(
              "other key",
              OTHER,
              Fixtures.KEY,
              1,
              clerk -> lock(clerk.with(o -> o.secretKey(OTHER)))),
          new FaultRun(
              "machine's key",
              MACHINE,
              Fixtures.KEY,
              1,
              clerk ->
                  clerk.with(o -> o.machineSecretKey(MACHINE)).m2m().verify(t -> t.token("mt_1"))),
          FaultRun.of(
              "async",
              clerk ->
                  clerk
                      .async(
                          c -> {
                            lock(c);
                            return "";
                          })
                      .join()));

  /** All of them fail in the same way, or this fails. */
  private static void onThreads(ClerkClient clerk) {
    List<Throwable> thrown =
        IntStream.range(0, AT_ONCE)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> catchThrowable(() -> get(clerk))))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(thrown).hasOnlyElementsOfType(ClerkException.class);
    assertThat(thrown.stream().map(Throwable::getClass).distinct()).hasSize(1);
    throw (ClerkException) thrown.get(0);
  }

  @Test
  void everyFault_endsAsDocumented() throws IOException {
    FaultDocument document = new FaultDocument();
    List<FaultRun> kinds = List.of(GET, LOCK, POST);
    kinds.forEach(kind -> document.column(kind.title()));
    for (Fault fault : Faults.all()) {
      List<String> cells = new ArrayList<>();
      for (FaultRun kind : kinds) {
        cells.add(kind.outcome(fault));
      }
      document.row(fault.name(), cells);
    }
    document.compareOrUpdate();
  }

  static List<Fault> faults() {
    return Faults.all();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void otherWaysOfMakingTheCall_endInTheSameWay(Fault fault) throws IOException {
    String get = GET.outcome(fault);
    String lock = LOCK.outcome(fault);
    ways(LIKE_GET, fault)
        .forEach(way -> assertThat(outcome(way, fault)).as(way.title()).isEqualTo(get));
    ways(LIKE_LOCK, fault)
        .forEach(way -> assertThat(outcome(way, fault)).as(way.title()).isEqualTo(lock));
  }

  /** Those that wait for a timeout wait together. */
  private static Stream<FaultRun> ways(List<FaultRun> all, Fault fault) {
    return fault.endsByTimeout() ? all.parallelStream() : all.stream();
  }

  private static String outcome(FaultRun run, Fault fault) {
    try {
      return run.outcome(fault);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
