package dev.clerkbapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.cli.journal.LockEnd;
import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.FakeUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process: locks end by themselves. */
class LockEndTest {
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ";

  private FakeBapi bapi = FakeBapi.start();
  private String output = "";

  @TempDir private Path folder;

  @AfterEach
  void stop() {
    bapi.close();
  }

  private int run(Object... args) throws Exception {
    try (CommandProcess process = CommandProcess.start(bapi, folder, args)) {
      int status = process.end();
      output = process.output();
      return status;
    }
  }

  private Path ids(List<String> ids) throws IOException {
    return Files.write(folder.resolve("ids"), ids);
  }

  private Path journal() {
    return folder.resolve("journal");
  }

  private void startWith(Duration lockDuration) {
    bapi.close();
    bapi = FakeBapi.builder().lockDuration(lockDuration).start();
  }

  @Test
  void summary_saysUntilWhen() throws Exception {
    bapi.addUsers(1);
    bapi.addUser(FakeUser.builder("user_2").locked(true).build());
    bapi.advance(Duration.ofMinutes(50));
    Instant before = Instant.now();
    assertThat(run(ids(List.of("user_1", "user_2")), "--journal", journal())).isZero();
    assertThat(output)
        .containsPattern(
            "Locked until " + TIME + " \\(the first\\) to " + TIME + " \\(the last\\)");
    Instant first = Instant.parse(output.replaceAll("(?s).*Locked until (" + TIME + ").*", "$1"));
    assertThat(first).isBefore(before.plus(Duration.ofMinutes(20)));
    assertThat(Files.readString(journal())).contains("\"until\":\"" + first + "\"");
  }

  @Test
  void locksThatNeverEnd_areReportedAsThat() throws Exception {
    bapi.close();
    bapi = FakeBapi.builder().locksNeverExpire().start();
    assertThat(run(ids(bapi.addUsers(2)), "--journal", journal())).isZero();
    assertThat(output).contains("Locked: 2 users until somebody unlocks them");
    assertThat(Files.readString(journal())).contains("\"until\":\"never\"");
    assertThat(run(ids(bapi.addUsers(2)), "--journal", journal(), "--relock", "30d")).isZero();
    assertThat(output).contains("2 finished before");
  }

  @Test
  void rerunAfterALockHasEnded_saysSoAndDoesNotEndWithZero() throws Exception {
    startWith(Duration.ofSeconds(1));
    Path ids = ids(bapi.addUsers(3));
    assertThat(run(ids, "--journal", journal())).isZero();
    Instant last = Instant.now().plusSeconds(3); // A second, rounded up twice.
    while (Instant.now().isBefore(last)) {
      Thread.sleep(50);
    }
    assertThat(run(ids, "--journal", journal())).isEqualTo(1);
    assertThat(output).contains("The locks of 3 users", "have ended", "--relock 0s");
    assertThat(bapi.lockCounts().values()).containsOnly(1);
    assertThat(run(ids, "--journal", journal(), "--relock", "0s")).isZero();
    assertThat(output).containsPattern("Locked +3");
    assertThat(bapi.lockCounts().values()).containsOnly(2);
  }

  @Test
  void relock_locksThoseWhoseLocksEndSoon() throws Exception {
    bapi.addUsers(2);
    bapi.addUser(FakeUser.builder("user_3").locked(true).build());
    bapi.advance(Duration.ofMinutes(59).plusSeconds(30));
    bapi.addUser(FakeUser.builder("user_4").locked(true).build());
    Path ids = ids(List.of("user_1", "user_2", "user_3", "user_4"));
    assertThat(run(ids, "--dry-run", "--relock", "10m")).isZero();
    assertThat(output).containsPattern("Planned +3").containsPattern("AlreadyLocked +1");
    assertThat(run(ids, "--journal", journal(), "--relock", "10m")).isZero();
    assertThat(output)
        .containsPattern("Locked +2")
        .containsPattern("LockedAgain +1")
        .containsPattern("AlreadyLocked +1");
    assertThat(bapi.lockCounts()).containsOnlyKeys("user_1", "user_2", "user_3");
    assertThat(run("undo", "--journal", journal())).isZero();
    assertThat(List.of("user_3", "user_4")).as("locked before").allMatch(bapi::isLocked);
    assertThat(List.of("user_1", "user_2")).noneMatch(bapi::isLocked);
  }

  @Test
  void relockOfAFinishedJournal_locksThoseWhoAreNotLockedAnyMore() throws Exception {
    Path ids = ids(bapi.addUsers(2));
    assertThat(run(ids, "--journal", journal())).isZero();
    bapi.advance(Duration.ofHours(2));
    assertThat(run(ids, "--journal", journal(), "--relock", "2h")).isZero();
    assertThat(bapi.lockCounts().values()).containsOnly(2);
    assertThat(run("undo", "--journal", journal())).isZero();
    assertThat(List.of("user_1", "user_2")).noneMatch(bapi::isLocked);
    assertThat(run(ids, "--relock", "soon")).isEqualTo(2);
    assertThat(output).contains("--relock", "10m");
  }

  @Test
  void laterEnd_isLonger() {
    LockEnd noon = LockEnd.at(Instant.parse("2026-05-12T12:00:00Z"));
    LockEnd later = LockEnd.at(Instant.parse("2026-05-12T12:00:01Z"));
    assertThat(Relock.isLater(later, noon)).isTrue();
    assertThat(Relock.isLater(noon, noon)).isFalse();
    assertThat(Relock.isLater(LockEnd.NEVER, noon)).isTrue();
  }

  @Test
  void status_saysWhoIsLockedNowAndUntilWhen() throws Exception {
    bapi.addUsers(3);
    bapi.addUser(FakeUser.builder("user_4").locked(true).build());
    Path ids = ids(List.of("user_1", "user_2", "user_3", "user_4", "user_9"));
    run(ids, "--journal", journal());
    run("undo", "--journal", journal());
    bapi.addUser(FakeUser.builder("user_2").locked(true).build());
    String before = Files.readString(journal());
    Path report = folder.resolve("status.csv");
    assertThat(run("status", "--journal", journal(), "--report", report)).isZero();
    assertThat(output)
        .containsPattern("(?s)journal:.*AlreadyLocked +1.*NotFound +1.*Unlocked +3.*Now:")
        .containsPattern("user_2 locked until " + TIME)
        .containsPattern("(?s)Now:.*NotFound +1.*NotLocked +2")
        .containsPattern("Locked until " + TIME);
    assertThat(report).content().containsPattern("user_4,AlreadyLocked,locked until " + TIME);
    assertThat(Files.readString(journal())).isEqualTo(before);
    assertThat(run("status", "--journal", folder.resolve("none"))).isEqualTo(2);
  }
}
