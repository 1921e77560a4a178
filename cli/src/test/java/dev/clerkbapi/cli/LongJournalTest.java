package dev.clerkbapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.cli.journal.Lines;
import dev.clerkbapi.testing.FakeBapi;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Memory for a long journal and a long file. The command gets 20 MB for itself, and 100 bytes for
 * each user, for the journal and the file together.
 */
class LongJournalTest {
  private static final int USERS = Integer.getInteger("journal.users", 200_000);
  private static final int HEAP_MB = 20 + USERS / 10_000;

  private static final int TOO_LITTLE_MB = 14;

  private final FakeBapi bapi = FakeBapi.start();

  @TempDir private Path folder;

  @AfterEach
  void stop() {
    bapi.close();
  }

  private static String id(int number) {
    return "user_2abcdefghijklmnopq" + (1_000_000_000 + number);
  }

  private void write(Path ids, Path journal) throws IOException {
    try (BufferedWriter list = Files.newBufferedWriter(ids);
        BufferedWriter lines = Files.newBufferedWriter(journal)) {
      lines.write(Lines.text(Lines.LOCK));
      for (int i = 0; i < USERS; i++) {
        list.write(id(i) + "\n");
        lines.write(Lines.text(Lines.intent(id(i), false), Lines.outcome(id(i), false, "Locked")));
      }
    }
  }

  private CommandProcess start(Object... args) throws IOException {
    return CommandProcess.startWithHeap(HEAP_MB, bapi, folder, args);
  }

  private long reads() {
    return bapi.requests().stream().filter(it -> it.path().contains("user_id=")).count();
  }

  @Test
  void tooLittleMemory_isOneSentence() throws Exception {
    Path ids = folder.resolve("ids");
    Path journal = folder.resolve("journal");
    write(ids, journal);
    Object[] lock = {ids, "--journal", journal};
    try (CommandProcess run = CommandProcess.startWithHeap(TOO_LITTLE_MB, bapi, folder, lock)) {
      assertThat(run.end()).isEqualTo(1);
      assertThat(run.output()).contains("-Xmx").doesNotContain("OutOfMemoryError", "\tat ");
    }
    assertThat(bapi.lockCounts()).isEmpty();
  }

  @Test
  void finishedJournal_isResumedInLittleMemory() throws Exception {
    Path ids = folder.resolve("ids");
    Path journal = folder.resolve("journal");
    write(ids, journal);
    bapi.addUser("user_1");
    Files.writeString(ids, "user_1\n", StandardOpenOption.APPEND);
    try (CommandProcess run = start(ids, "--journal", journal)) {
      int status = run.end();
      assertThat(run.output()).contains(USERS + " finished before");
      assertThat(status).as(run.output()).isZero();
    }
    assertThat(bapi.lockCounts()).containsOnlyKeys("user_1");
    Object[] undo = {"undo", "--journal", journal, "--dry-run", "--rate", 1};
    long before = reads();
    try (CommandProcess run = start(undo)) {
      run.await(() -> reads() > before);
      run.kill();
      assertThat(run.output()).contains("To unlock: " + (USERS + 1) + " users");
    }
  }
}
