package dev.clerkbapi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.clerkbapi.cli.journal.JournalState;
import dev.clerkbapi.cli.journal.Lines;
import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.FakeFault;
import dev.clerkbapi.testing.FakeUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command under faults and a limit, killed in the middle and started again.
 *
 * <p>At full size, which takes some 10 minutes:
 *
 * <pre>{@code
 * mvn -pl cli -am test -Dtest='KilledRunTest#killed*' -Dsurefire.failIfNoSpecifiedTests=false \
 *     -Dlock.users=20000 -Dlock.rate=80 -Dlock.latency=20
 * }</pre>
 */
class KilledRunTest {
  private static final int USERS = Integer.getInteger("lock.users", 1500);
  private static final int RATE = Integer.getInteger("lock.rate", 400);
  private static final int LATENCY_MILLIS = Integer.getInteger("lock.latency", 0);
  private static final int MOST_RUNS = 6;
  private static final Set<String> PROTECTED = Set.of("user_1", "user_77", "user_1234");

  /** To 80 requests a second this is what 1000 in 10 s are: the limit of production. */
  private final FakeBapi bapi =
      FakeBapi.builder()
          .seed(11)
          .rateLimit(RATE * 25 / 2, Duration.ofSeconds(10))
          .latency(Duration.ofMillis(LATENCY_MILLIS))
          .start();

  private final List<String> ids = bapi.addUsers(USERS, KilledRunTest::user);
  private final Set<String> lockedBefore = locked();

  @TempDir private Path folder;

  @AfterEach
  void stop() {
    bapi.close();
  }

  private static FakeUser user(int number) {
    return FakeUser.builder("user_" + number).locked(number % 10 == 0).build();
  }

  private Set<String> locked() {
    return ids.stream().filter(bapi::isLocked).collect(Collectors.toCollection(TreeSet::new));
  }

  private Path journal() {
    return folder.resolve("journal");
  }

  private Object[] lockArgs() throws IOException {
    List<String> shuffled = new ArrayList<>(ids);
    shuffled.addAll(ids.subList(0, USERS / 10)); // Given again.
    Collections.shuffle(shuffled, new java.util.Random(1));
    Path file = Files.write(folder.resolve("ids"), shuffled);
    Path guarded = Files.write(folder.resolve("guarded"), PROTECTED);
    return new Object[] {
      file, "--protect", guarded, "--journal", journal(), "--rate", RATE, "--reason", "INC-1"
    };
  }

  private void failSometimes() {
    bapi.failAtRate(
        0.02,
        FakeFault.error(429, "too_many_requests"),
        FakeFault.error(500, "internal_error"),
        FakeFault.reset(),
        FakeFault.lostResponse());
  }

  @Test
  void killedRun_goesOnWhereItStopped_andIsUndone() throws Exception {
    Object[] args = lockArgs();
    failSometimes();
    long begin = System.nanoTime();
    killInTheMiddle(args);
    Map<String, Integer> finishedThen = locksOfFinishedUsers();
    assumeThat(finishedThen).as("killed too late").hasSizeLessThan(USERS * 9 / 10);
    assertThat(finishedThen).hasSizeGreaterThan(USERS / 4);
    runUntilAllIsDone(args);
    report("locked", begin);

    finishedThen.forEach((id, locks) -> assertThat(bapi.lockCount(id)).as(id).isEqualTo(locks));
    assertEachUserIsAsReported();
    assertThat(bapi.rateLimitedRequests()).isZero();

    Object[] undo = {"undo", "--journal", journal(), "--rate", RATE};
    killUndoInTheMiddle(undo);
    runUntilAllIsDone(undo);
    assertThat(locked()).isEqualTo(lockedBefore);
  }

  private void killInTheMiddle(Object[] args) throws Exception {
    try (CommandProcess run = CommandProcess.start(bapi, folder, args)) {
      run.await(() -> !bapi.lockCounts().isEmpty());
      Command second = Command.against(bapi);
      assertThat(second.run(args)).isEqualTo(2);
      assertThat(second.err()).contains("in use");
      run.await(() -> bapi.lockCounts().size() > USERS / 3);
      run.kill();
    }
  }

  private void killUndoInTheMiddle(Object[] args) throws Exception {
    try (CommandProcess run = CommandProcess.start(bapi, folder, args)) {
      run.await(() -> locked().size() < USERS * 3 / 4);
      run.kill();
    }
    assumeThat(locked()).as("killed too late").hasSizeGreaterThan(lockedBefore.size());
  }

  /** A request may fail three times in a row; then the command is to be run once more. */
  private void runUntilAllIsDone(Object[] args) throws Exception {
    int status = -1;
    for (int run = 0; run < MOST_RUNS && status != 0; run++) {
      try (CommandProcess process = CommandProcess.start(bapi, folder, args)) {
        status = process.end();
        System.out.println(process.output());
        System.out.println("Heap after collections, MB: " + process.heapAfterCollections());
        assertThat(status).as(process.output()).isIn(0, 1);
      }
    }
    assertThat(status).isZero();
  }

  private Map<String, Integer> locksOfFinishedUsers() throws IOException {
    JournalState state = Lines.read(Files.readString(journal()));
    return ids.stream()
        .filter(id -> state.user(id).isFinished())
        .collect(Collectors.toMap(id -> id, bapi::lockCount));
  }

  private void assertEachUserIsAsReported() throws IOException {
    Map<String, List<String>> told = new HashMap<>();
    for (String line : Files.readAllLines(journal())) {
      if (line.contains("\"outcome\":\"Locked\"") || line.contains("\"AlreadyLocked\"")) {
        String id = line.replaceAll(".*\"id\":\"([^\"]*)\".*", "$1");
        told.computeIfAbsent(id, unused -> new ArrayList<>())
            .add(line.replaceAll(".*\"outcome\":\"([^\"]*)\".*", "$1"));
      }
    }
    for (String id : ids) {
      boolean guarded = PROTECTED.contains(id);
      assertThat(bapi.isLocked(id)).as(id).isEqualTo(!guarded || lockedBefore.contains(id));
      List<String> expected = List.of(lockedBefore.contains(id) ? "AlreadyLocked" : "Locked");
      assertThat(told.getOrDefault(id, List.of())).as(id).isEqualTo(guarded ? List.of() : expected);
      if (guarded || lockedBefore.contains(id)) {
        assertThat(bapi.lockCount(id)).as(id).isZero();
      }
    }
  }

  /** For the run at full size; how long it takes is up to the machine, and so not asserted. */
  private void report(String what, long begin) {
    int requests = USERS - lockedBefore.size() - PROTECTED.size() + USERS / 100;
    System.out.printf(
        "%s in %d s; %d requests at %d a second are %d s%n",
        what,
        Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
        requests,
        RATE,
        requests / RATE);
  }

  @Test
  void ctrlC_endsInOrder() throws Exception {
    Object[] args = lockArgs();
    try (CommandProcess run = CommandProcess.start(bapi, folder, args)) {
      run.await(() -> bapi.lockCounts().size() > USERS / 4);
      run.signal("INT");
      assumeThat(run.end()).as("interrupted too late").isNotZero();
      assertThat(run.output()).contains("interrupted: ", "(not started)", "To undo");
    }
    JournalState state = Lines.read(Files.readString(journal()));
    assertThat(ids).noneMatch(id -> state.user(id).isUnderWay());
    assertThat(bapi.lockCounts().keySet()).allMatch(id -> state.user(id).isToUndo());
  }
}
