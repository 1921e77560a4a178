package dev.clerkbapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.cli.journal.LockEnd;
import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.FakeUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The command as a process: locks end by themselves. */
class LockEndTest {
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ";

  @RegisterExtension private final TestBed bed = TestBed.start();

  @Test
  void summary_saysUntilWhen() throws Exception {
    bed.bapi().addUsers(1);
    bed.bapi().addUser(FakeUser.builder("user_2").locked(true).build());
    bed.bapi().advance(Duration.ofMinutes(50));
    Instant before = Instant.now();
    assertThat(bed.run(bed.file("ids", List.of("user_1", "user_2")), "--journal", bed.journal()))
        .isZero();
    assertThat(bed.output())
        .containsPattern(
            "Locked until " + TIME + " \\(the first\\) to " + TIME + " \\(the last\\)");
    Instant first =
        Instant.parse(bed.output().replaceAll("(?s).*Locked until (" + TIME + ").*", "$1"));
    assertThat(first).isBefore(before.plus(Duration.ofMinutes(20)));
    assertThat(Files.readString(bed.journal())).contains("\"until\":\"" + first + "\"");
  }

  @Test
  void locksThatNeverEnd_areReportedAsThat() throws Exception {
    bed.restart(FakeBapi.builder().locksNeverExpire());
    assertThat(bed.run(bed.file("ids", bed.bapi().addUsers(2)), "--journal", bed.journal()))
        .isZero();
    assertThat(bed.output()).contains("Locked: 2 users until somebody unlocks them");
    assertThat(Files.readString(bed.journal())).contains("\"until\":\"never\"");
    assertThat(
            bed.run(
                bed.file("ids", bed.bapi().addUsers(2)),
                "--journal",
                bed.journal(),
                "--relock",
                "30d"))
        .isZero();
    assertThat(bed.output()).contains("2 finished before");
  }

  @Test
  void rerunAfterALockHasEnded_saysSoAndDoesNotEndWithZero() throws Exception {
    bed.restart(FakeBapi.builder().lockDuration(Duration.ofSeconds(1)));
    Path ids = bed.file("ids", bed.bapi().addUsers(3));
    assertThat(bed.run(ids, "--journal", bed.journal())).isZero();
    Instant last = Instant.now().plusSeconds(3); // A second, rounded up twice.
    while (Instant.now().isBefore(last)) {
      Thread.sleep(50);
    }
    assertThat(bed.run(ids, "--journal", bed.journal())).isEqualTo(1);
    assertThat(bed.output()).contains("The locks of 3 users", "have ended", "--relock 0s");
    assertThat(bed.bapi().lockCounts().values()).containsOnly(1);
    assertThat(bed.run(ids, "--journal", bed.journal(), "--relock", "0s")).isZero();
    assertThat(bed.output()).containsPattern("Locked +3");
    assertThat(bed.bapi().lockCounts().values()).containsOnly(2);
  }

  @Test
  void relock_locksThoseWhoseLocksEndSoon() throws Exception {
    bed.bapi().addUsers(2);
    bed.bapi().addUser(FakeUser.builder("user_3").locked(true).build());
    bed.bapi().advance(Duration.ofMinutes(59).plusSeconds(30));
    bed.bapi().addUser(FakeUser.builder("user_4").locked(true).build());
    Path ids = bed.file("ids", List.of("user_1", "user_2", "user_3", "user_4"));
    assertThat(bed.run(ids, "--dry-run", "--relock", "10m")).isZero();
    assertThat(bed.output()).containsPattern("Planned +3").containsPattern("AlreadyLocked +1");
    assertThat(bed.run(ids, "--journal", bed.journal(), "--relock", "10m")).isZero();
    assertThat(bed.output())
        .containsPattern("Locked +2")
        .containsPattern("LockedAgain +1")
        .containsPattern("AlreadyLocked +1");
    assertThat(bed.bapi().lockCounts()).containsOnlyKeys("user_1", "user_2", "user_3");
    assertThat(bed.run("undo", "--journal", bed.journal())).isZero();
    assertThat(List.of("user_3", "user_4")).as("locked before").allMatch(bed.bapi()::isLocked);
    assertThat(List.of("user_1", "user_2")).noneMatch(bed.bapi()::isLocked);
  }

  @Test
  void relockOfAFinishedJournal_locksThoseWhoAreNotLockedAnyMore() throws Exception {
    Path ids = bed.file("ids", bed.bapi().addUsers(2));
    assertThat(bed.run(ids, "--journal", bed.journal())).isZero();
    bed.bapi().advance(Duration.ofHours(2));
    assertThat(bed.run(ids, "--journal", bed.journal(), "--relock", "2h")).isZero();
    assertThat(bed.bapi().lockCounts().values()).containsOnly(2);
    assertThat(bed.run("undo", "--journal", bed.journal())).isZero();
    assertThat(List.of("user_1", "user_2")).noneMatch(bed.bapi()::isLocked);
    assertThat(bed.run(ids, "--relock", "soon")).isEqualTo(2);
    assertThat(bed.output()).contains("--relock", "10m");
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
    bed.bapi().addUsers(3);
    bed.bapi().addUser(FakeUser.builder("user_4").locked(true).build());
    Path ids = bed.file("ids", List.of("user_1", "user_2", "user_3", "user_4", "user_9"));
    bed.run(ids, "--journal", bed.journal());
    bed.run("undo", "--journal", bed.journal());
    bed.bapi().addUser(FakeUser.builder("user_2").locked(true).build());
    String before = Files.readString(bed.journal());
    Path report = bed.folder().resolve("status.csv");
    assertThat(bed.run("status", "--journal", bed.journal(), "--report", report)).isZero();
    assertThat(bed.output())
        .containsPattern("(?s)journal:.*AlreadyLocked +1.*NotFound +1.*Unlocked +3.*Now:")
        .containsPattern("user_2 locked until " + TIME)
        .containsPattern("(?s)Now:.*NotFound +1.*NotLocked +2")
        .containsPattern("Locked until " + TIME);
    assertThat(report).content().containsPattern("user_4,AlreadyLocked,locked until " + TIME);
    assertThat(Files.readString(bed.journal())).isEqualTo(before);
    assertThat(bed.run("status", "--journal", bed.folder().resolve("none"))).isEqualTo(2);
  }
}
