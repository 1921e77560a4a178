package dev.clerkbapi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.clerkbapi.cli.journal.JournalState;
import dev.clerkbapi.cli.journal.Lines;
import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.FakeFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command as a process, asked to end while a slow server has its requests. */
class CtrlCTest {
  private static final char CTRL_C = 3;
  private static final int AT_ONCE = 8;
  private static final String WAITS =
      "interrupted: waiting up to 5 s for 8 requests under way; Ctrl-C again ends at once";

  @RegisterExtension private final TestBed bed = TestBed.start();
  private final FakeBapi bapi = bed.bapi();

  private Object[] lock(int users) throws IOException {
    Path ids = bed.file("ids", bapi.addUsers(users));
    return new Object[] {
      ids, "--journal", bed.journal(), "--concurrency", AT_ONCE, "--rate", 1000, "--yes"
    };
  }

  /** For eight requests after the reads. The server carries them out when they arrive. */
  private void respondLate(Duration delay) {
    bapi.failNext(3, FakeFault.delay(Duration.ZERO));
    bapi.failNext(AT_ONCE, FakeFault.delay(delay));
  }

  private boolean allAreUnderWay() {
    try {
      JournalState state = journal();
      return bapi.lockCounts().keySet().stream().filter(id -> state.user(id).isUnderWay()).count()
          == AT_ONCE;
    } catch (IOException e) {
      return false; // It has not been made.
    }
  }

  private JournalState journal() throws IOException {
    return Lines.read(Files.readString(bed.journal()));
  }

  private void assertOnlyTheRequestsUnderWayCount(String output) throws IOException {
    int locked = bapi.lockCounts().size();
    assertThat(locked).isBetween(AT_ONCE, AT_ONCE + 1);
    assertThat(output).containsPattern("(?m)^Locked +" + locked + "\\R");
    assertThat(output).contains("Skipped: run stopped").doesNotContain("Unknown");
    JournalState state = journal();
    assertThat(bapi.lockCounts().keySet()).allMatch(id -> state.user(id).isFinished());
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
  void signal_endsTheRunAfterTheResponsesUnderWay(String signal, int status) throws Exception {
    respondLate(Duration.ofMillis(2500));
    try (CommandProcess run = bed.process(lock(60))) {
      run.await(this::allAreUnderWay);
      run.signal(signal);
      assertThat(run.end()).isEqualTo(status);
      assertThat(run.output()).containsOnlyOnce(WAITS);
      assertOnlyTheRequestsUnderWayCount(run.output());
    }
    assertThat(bed.run(lock(60))).isZero();
    assertThat(bed.output())
        .containsPattern("[89] finished before")
        .containsPattern("Locked +5[12]");
  }

  @Test
  void secondSignal_endsAtOnceAndTheJournalIsWhole() throws Exception {
    respondLate(Duration.ofMinutes(1));
    try (CommandProcess run = bed.process(lock(60))) {
      run.await(this::allAreUnderWay);
      run.signal("INT");
      run.awaitOutput(WAITS);
      run.signal("INT");
      assertThat(run.end()).isEqualTo(130);
    }
    JournalState state = journal();
    assertThat(bapi.lockCounts().keySet())
        .filteredOn(id -> state.user(id).isUnderWay())
        .hasSize(AT_ONCE);
    assertThat(bed.run("undo", "--journal", bed.journal(), "--rate", 1000)).isZero();
    assertThat(List.copyOf(bapi.lockCounts().keySet())).isNotEmpty().noneMatch(bapi::isLocked);
  }

  @Test
  void onATerminal_theBarEndsBeforeTheMessageAndTheSummary() throws Exception {
    assumeThat(Path.of("/usr/bin/script")).exists();
    respondLate(Duration.ofMillis(2500));
    try (CommandProcess run = CommandProcess.startOnTerminal(bapi, bed.folder(), lock(60))) {
      run.await(this::allAreUnderWay);
      run.type(CTRL_C);
      assertThat(run.end()).isEqualTo(130);
      List<String> parts = List.of(run.output().split(WAITS, -1));
      assertThat(parts).as(run.output()).hasSize(2);
      assertThat(parts.get(0)).contains("users   0%").endsWith("\n");
      assertThat(parts.get(1)).doesNotContain("%", "\u001b");
      assertOnlyTheRequestsUnderWayCount(parts.get(1));
    }
  }
}
