package dev.clerkbapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.cli.journal.Journal;
import dev.clerkbapi.cli.journal.Lines;
import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.FakeFault;
import dev.clerkbapi.testing.FakeUser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The command from its arguments to its exit status, over real sockets. */
class LockUsersTest {
  @RegisterExtension private final TestBed bed = TestBed.start();
  private final FakeBapi bapi = bed.bapi();
  private final Command command = bed.command();

  private long requests(String method) {
    return bapi.requests().stream().filter(it -> it.method().equals(method)).count();
  }

  private void assertRefused(String part) {
    assertThat(command.errLines()).hasSize(1).first().asString().contains(part);
    assertThat(bapi.requests()).allMatch(it -> it.path().endsWith("/instance"));
  }

  @Nested
  class Ids {
    @Test
    void file_isReadLineByLine_andIdsGivenTwiceAreSentOnce() throws IOException {
      bapi.addUsers(3);
      Path ids =
          bed.file(
              "ids", "\uFEFFuser_1", "", "# of today", "  user_2 # Ada", "user_1", "\tuser_2\r");
      assertThat(command.run(ids)).isZero();
      assertThat(bapi.lockCounts()).isEqualTo(Map.of("user_1", 1, "user_2", 1));
      assertThat(command.count("Locked")).isEqualTo(2);
      assertThat(command.out()).contains("2 users, 2 IDs repeated, 8 requests a second");
    }

    @Test
    void standardInput_isRead() {
      bapi.addUsers(2);
      assertThat(command.input("user_1\nuser_2").run("-")).isZero();
      assertThat(bapi.lockCounts()).hasSize(2);
    }

    @Test
    void csvColumn_byName() throws IOException {
      bapi.addUsers(3);
      Path csv =
          bed.file(
              "users.csv",
              "name,\"user id\",note",
              "\"Lovelace, Ada\",user_1,x",
              "\"says \"\"hi\"\"\",\"user_2\",\"two",
              "lines\"",
              ",,nobody",
              "short,user_3");
      assertThat(command.run(csv, "--column", "user id")).isZero();
      assertThat(bapi.lockCounts()).containsOnlyKeys("user_1", "user_2", "user_3");
    }

    @Test
    void csvColumn_byNumber() throws IOException {
      bapi.addUsers(2);
      assertThat(command.run(bed.file("users.csv", "a,user_1", "b, user_2"), "--column", 2))
          .isZero();
      assertThat(bapi.lockCounts()).hasSize(2);
    }

    @Test
    void csvThatMayHideUsers_isRefused() throws IOException {
      Path csv = bed.file("users.csv", "id,note", "user_1,x", "user_2,\"open", "user_3,y");
      assertThat(command.run(csv, "--column", "id")).isEqualTo(2);
      assertRefused("quote");
      assertThat(command.run(bed.file("short.csv", "x,id", "x,user_1", "x"), "--column", "id"))
          .isEqualTo(2);
      assertThat(command.err()).contains("line 3 of", "short.csv", "no column");
      assertThat(command.run(bed.file("odd.csv", "id", "\"user_1\"x"), "--column", "id"))
          .isEqualTo(2);
      assertThat(command.err()).contains("odd.csv", "line 2");
      assertThat(command.run(csv, "--column", "ID")).isEqualTo(2);
      assertThat(bapi.requests()).isEmpty();
    }

    @Test
    void whatCannotBeRead_isRefused() throws IOException {
      assertThat(command.run(bed.folder().resolve("none"))).isEqualTo(2);
      assertRefused("no such file");
      assertThat(command.run(bed.file("empty", "# nobody"))).isEqualTo(2);
      assertRefused("contains no ID");
      Path latin =
          Files.write(
              bed.folder().resolve("latin"),
              "user_1\n\u00e9".getBytes(StandardCharsets.ISO_8859_1));
      assertThat(command.run(latin)).isEqualTo(2);
      assertRefused("not UTF-8");
      assertThat(command.run()).isEqualTo(2);
      assertRefused("FILE is missing");
    }

    @Test
    void lineThatIsNoId_isSkippedIfAskedForAndTheOthersAreLocked() throws IOException {
      bapi.addUsers(1);
      Path ids = bed.file("ids", "user_1", "Ada Lovelace");
      assertThat(command.run(ids)).isEqualTo(2);
      assertRefused("line 2");
      assertThat(command.run(ids, "--skip-invalid")).isEqualTo(1);
      assertThat(command.err()).contains("Ada Lovelace", "not an ID");
      assertThat(bapi.isLocked("user_1")).isTrue();
    }
  }

  @Nested
  class Options {
    @Test
    void protectedUsers_areNotTouched() throws IOException {
      bapi.addUsers(2);
      Path guarded = bed.file("guarded", "user_1 # break glass");
      assertThat(command.run(bed.file("ids", "user_1", "user_2"), "--protect", guarded)).isZero();
      assertThat(bapi.lockCounts()).containsOnlyKeys("user_2");
      assertThat(command.count("Skipped: protected")).isEqualTo(1);
    }

    @Test
    void protectListThatProtectsNobody_isRefused() throws IOException {
      Path ids = bed.file("ids", "user_1");
      assertThat(command.run(ids, "--protect", bed.file("guarded", "ada@example.com")))
          .isEqualTo(2);
      assertRefused("ada@example.com");
      assertThat(command.run(ids, "--protect", bed.folder().resolve("none"))).isEqualTo(2);
      assertRefused("no such file");
    }

    @Test
    void dryRun_onlyReads() throws IOException {
      bapi.addUsers(2);
      bapi.addUser(FakeUser.builder("user_3").locked(true).build());
      Path ids = bed.file("ids", "user_1", "user_2", "user_3", "user_4");
      assertThat(command.run(ids, "--dry-run", "--journal", bed.journal(), "--max-unknown", 25))
          .isZero();
      assertThat(requests("GET")).isEqualTo(2);
      assertThat(bapi.requests()).hasSize(2);
      assertThat(command.count("Planned")).isEqualTo(2);
      assertThat(command.count("AlreadyLocked")).isEqualTo(1);
      assertThat(command.err()).contains("NotFound[user_4]");
      assertThat(bed.journal()).doesNotExist();
    }

    @Test
    void sessions_areRevokedIfAskedFor() throws IOException {
      bapi.addUsers(2);
      bapi.addSession("user_1", "sess_1");
      bapi.addSession("user_2", "sess_2");
      assertThat(command.run(bed.file("a", "user_1"))).isZero();
      assertThat(bapi.isSessionActive("sess_1")).isTrue();
      assertThat(command.run(bed.file("b", "user_2"), "--revoke-sessions")).isZero();
      assertThat(bapi.isSessionActive("sess_2")).isFalse();
      assertThat(command.out()).contains("Sessions revoked: 1");
    }

    @Test
    void numbersOutOfBounds_areRefused() throws IOException {
      Path ids = bed.file("ids", "user_1");
      for (List<Object> odd :
          List.<List<Object>>of(
              List.of("--rate", 0), List.of("--rate", 1001), List.of("--concurrency", 65))) {
        assertThat(command.run(ids, odd.get(0), odd.get(1))).isEqualTo(2);
        assertRefused(odd.get(0).toString());
      }
      assertThat(command.run(ids, "--demo", 5)).isEqualTo(2);
      assertRefused("--demo");
      assertThat(command.run(ids, "--no-such-option")).isEqualTo(2);
    }

    @Test
    void demo_needsNoKey() {
      Command demo = new Command();
      assertThat(demo.runQuickly("--demo", 100)).isZero();
      assertThat(demo.count("Locked")).isEqualTo(98);
      assertThat(demo.count("AlreadyLocked")).isEqualTo(2);
      assertThat(demo.out()).contains("100 users are locked now", "98 of them by this run");
    }

    @Test
    void version_isThatOfTheBuild() throws IOException {
      String pom = Files.readString(Path.of("pom.xml"));
      assertThat(command.run("--version")).isZero();
      String version = command.out().strip().replaceFirst("^lock-users ", "");
      assertThat(version).startsWith("0.").doesNotContain("$");
      assertThat(pom).contains("<version>" + version + "</version>");
    }

    @Test
    void help_saysTheExitStatusAndWhatUndoCannotTell() {
      assertThat(command.run("--help")).isZero();
      assertThat(command.out()).contains("Exit status:", "Some not done", "undo");
      assertThat(command.run("undo", "--help")).isZero();
      assertThat(command.out().replaceAll("\\s+", " "))
          .contains("in the same second", "cannot be told apart");
    }
  }

  @Nested
  class Failures {
    @Test
    void noKey_isRefused() throws IOException {
      assertThat(command.key("").run(bed.file("ids", "user_1"))).isEqualTo(2);
      assertRefused("CLERK_SECRET_KEY");
    }

    @Test
    void wrongKey_endsTheRunAndIsNotShown() throws IOException {
      bapi.addUsers(2000);
      Path ids = bed.file("ids", bapi.addUsers(2000).toArray(String[]::new));
      assertThat(command.key("sk_test_wrong").run(ids, "--journal", bed.journal())).isEqualTo(2);
      assertThat(command.err()).contains("key is not valid").doesNotContain("sk_test_wrong");
      assertThat(bapi.requests()).hasSize(1);
      assertThat(bed.journal()).doesNotExist();
    }

    @Test
    void lockoutOff_isNothingDone() throws IOException {
      bapi.addUsers(2);
      bapi.setLockoutEnabled(false);
      assertThat(command.run(bed.file("ids", "user_1", "user_2"))).isEqualTo(2);
      assertThat(command.count("Refused")).isEqualTo(2);
    }

    @Test
    void someFailed_isOneAndTheNextRunTriesThemAgain() throws IOException {
      bapi.addUsers(3);
      Path ids = bed.file("ids", "user_1", "user_2", "user_3");
      FakeFault none = FakeFault.delay(Duration.ZERO);
      bapi.failNext(none, none, FakeFault.error(409, "busy"));
      Object[] args = {ids, "--journal", bed.journal(), "--concurrency", 1};
      assertThat(command.run(args)).isEqualTo(1);
      assertThat(command.count("Failed")).isEqualTo(1);
      assertThat(command.err()).contains("Failed[user_1]", "409");
      assertThat(command.run(args)).isZero();
      assertThat(command.out()).contains("2 finished before");
      assertThat(command.count("Locked")).isEqualTo(1);
      assertThat(bapi.lockCounts()).hasSize(3).allSatisfy((id, count) -> assertThat(count).isOne());
    }

    @Test
    void unknownUser_isReportedAndDone() throws IOException {
      bapi.addUsers(4);
      assertThat(command.run(bed.file("ids", "user_1", "user_2", "user_3", "user_4", "user_9")))
          .isZero();
      assertThat(command.errLines()).containsExactly("NotFound[user_9]");
    }

    @Test
    void moreUnknownUsersThanAllowed_isOne() throws IOException {
      bapi.addUsers(3);
      Path ids = bed.file("ids", "user_1", "user_2", "user_3", "user_9");
      Object[] args = {ids, "--journal", bed.journal()};
      assertThat(command.run(args)).isEqualTo(1);
      assertThat(command.err()).contains("1 of 4 users do not exist");
      assertThat(command.run(args)).as("three were finished before").isEqualTo(1);
      assertThat(command.err()).contains("1 of 4 users do not exist");
      assertThat(command.run(ids, "--journal", bed.journal(), "--max-unknown", 25)).isZero();
      assertThat(command.run(ids, "--dry-run")).isEqualTo(1);
      for (int odd : new int[] {-1, 101}) {
        assertThat(command.run(ids, "--max-unknown", odd)).isEqualTo(2);
        assertThat(command.err()).contains("--max-unknown");
      }
    }

    @Test
    void noUserFound_isNothingDone() throws IOException {
      Path ids = bed.file("ids", "user_8", "user_9");
      assertThat(command.run(ids, "--max-unknown", 100)).isEqualTo(2);
      assertThat(command.run(ids, "--dry-run")).isEqualTo(2);
    }

    @Test
    void instanceThatCannotBeRead_keepsNobodyFromLocking() throws IOException {
      bapi.addUsers(1);
      bapi.failNext(FakeFault.error(404, "resource_not_found"));
      assertThat(command.run(bed.file("ids", "user_1"), "--journal", bed.journal())).isZero();
      assertThat(command.errLines()).singleElement().asString().contains("instance", "404");
      assertThat(command.outLines()).first().asString().startsWith("Instance: not known");
      assertThat(command.run("undo", "--journal", bed.journal())).isZero();
      assertThat(command.errLines()).singleElement().asString().contains("which instance");
    }

    @Test
    void sessionsThatAreLeft_areTriedAgain() throws IOException {
      bapi.addUsers(1);
      bapi.addSession("user_1", "sess_1");
      FakeFault none = FakeFault.delay(Duration.ZERO);
      bapi.failNext(none, none, none, FakeFault.error(403, "forbidden"));
      Object[] args = {bed.file("ids", "user_1"), "--journal", bed.journal(), "--revoke-sessions"};
      assertThat(command.run(args)).isEqualTo(1);
      assertThat(command.err()).contains("not all sessions were revoked");
      assertThat(command.run(args)).isZero();
      assertThat(command.count("Locked")).isEqualTo(1);
      assertThat(bapi.isSessionActive("sess_1")).isFalse();
      assertThat(bapi.lockCount("user_1")).isEqualTo(1);
    }
  }

  @Nested
  class Journals {
    @Test
    void journal_holdsWhatWasDoneAndNothingPersonal() throws IOException {
      bapi.addUsers(1);
      bapi.addUser(FakeUser.builder("user_2").locked(true).build());
      Path ids = bed.file("ids", "user_1", "user_2", "user_3");
      assertThat(command.run(ids, "--journal", bed.journal(), "--reason", "INC-1")).isEqualTo(1);
      List<String> lines = Files.readAllLines(bed.journal());
      assertThat(lines).hasSize(6).first().asString().contains("\"reason\":\"INC-1\"");
      assertThat(lines)
          .filteredOn(line -> line.contains("user_1"))
          .satisfiesExactly(
              it -> assertThat(it).contains("\"intent\"", "\"wasLocked\":false"),
              it -> assertThat(it).contains("\"outcome\":\"Locked\""));
      assertThat(lines)
          .filteredOn(line -> line.contains("NotFound"))
          .singleElement()
          .asString()
          .contains("user_3", "\"traceId\":\"");
      assertThat(bed.journal()).content().doesNotContain("Ada", "@", bapi.secretKey());
    }

    @Test
    void finishedUsers_areNotSentAgain() throws IOException {
      bapi.addUsers(3);
      Path ids = bed.file("ids", "user_1", "user_2", "user_3");
      command.run(ids, "--journal", bed.journal());
      int before = bapi.requests().size();
      assertThat(command.run(ids, "--journal", bed.journal())).isZero();
      assertThat(bapi.requests()).hasSize(before + 1).last().asString().contains("/instance");
      assertThat(command.out()).contains("3 finished before");
    }

    @Test
    void intentWithoutOutcome_isWorkedOnAndCountsAsLockedByUs() throws IOException {
      bapi.addUser(FakeUser.builder("user_1").locked(true).build());
      bapi.addUser("user_2");
      String started = Lines.text(Lines.LOCK, Lines.intent("user_1", false));
      Files.writeString(bed.journal(), started);
      assertThat(command.run(bed.file("ids", "user_1", "user_2"), "--journal", bed.journal()))
          .isZero();
      assertThat(command.count("Locked")).isEqualTo(2);
      assertThat(command.count("AlreadyLocked")).isZero();
      assertThat(Files.readAllLines(bed.journal()))
          .filteredOn(line -> line.contains("user_1"))
          .last()
          .asString()
          .contains("\"wasLocked\":false", "\"outcome\":\"Locked\"");
      assertThat(command.run("undo", "--journal", bed.journal())).isZero();
      assertThat(bapi.isLocked("user_1")).isFalse();
    }

    /** Written by the first version of the command, killed after its second user. */
    @Test
    void olderJournal_isContinuedAndUndone() throws IOException {
      bapi.addUsers(3);
      bapi.addUser(FakeUser.builder("user_4").locked(true).build());
      command.run(bed.file("earlier", "user_1", "user_2"));
      try (InputStream old = LockUsersTest.class.getResourceAsStream("journal-0.1.0.jsonl")) {
        Files.copy(old, bed.journal());
      }
      Path ids = bed.file("ids", "user_1", "user_2", "user_3", "user_4");
      assertThat(command.run(ids, "--journal", bed.journal())).isZero();
      assertThat(command.out()).contains("2 finished before");
      assertThat(command.count("Locked")).isEqualTo(2);
      assertThat(bapi.lockCount("user_1")).isEqualTo(1);
      assertThat(command.run("undo", "--journal", bed.journal())).isZero();
      assertThat(List.of("user_1", "user_2", "user_3")).noneMatch(bapi::isLocked);
      assertThat(bapi.isLocked("user_4")).isTrue();
    }

    @Test
    void journalInUse_isRefused() throws IOException {
      try (Journal held = Journal.open(bed.journal(), Lines.LOCK, notice -> {})) {
        assertThat(held.toUndo()).isEmpty();
        assertThat(command.run(bed.file("ids", "user_1"), "--journal", bed.journal())).isEqualTo(2);
      }
      assertRefused("in use");
    }

    @Test
    void listOfIdsGivenAsJournal_isLeftAsItIs() throws IOException {
      Path ids = bed.file("ids", "user_1");
      assertThat(command.run(ids, "--journal", ids)).isEqualTo(2);
      assertRefused("not a journal");
      assertThat(ids).hasContent("user_1");
    }
  }

  @Nested
  class Undo {
    @Test
    void undo_unlocksThoseWhomTheJournalLockedAndNobodyElse() throws IOException {
      bapi.addUsers(3);
      bapi.addUser(FakeUser.builder("user_4").locked(true).build());
      bapi.addUser(FakeUser.builder("user_5").locked(true).build());
      Path ids = bed.file("ids", "user_1", "user_2", "user_4");
      command.run(ids, "--journal", bed.journal());
      assertThat(command.out()).contains("To undo: lock-users undo --journal " + bed.journal());
      assertThat(command.run("undo", "--journal", bed.journal(), "--dry-run")).isZero();
      assertThat(command.count("Planned")).isEqualTo(2);
      FakeFault none = FakeFault.delay(Duration.ZERO);
      bapi.failNext(none, none, FakeFault.error(409, "busy"));
      assertThat(command.run("undo", "--journal", bed.journal())).isEqualTo(1);
      assertThat(command.run("undo", "--journal", bed.journal())).isZero();
      assertThat(command.count("Unlocked")).isEqualTo(1);
      assertThat(List.of("user_1", "user_2")).noneMatch(bapi::isLocked);
      assertThat(List.of("user_4", "user_5")).allMatch(bapi::isLocked);
      assertThat(command.run("undo", "--journal", bed.journal())).isZero();
      assertThat(command.out()).contains("To unlock: 0 users");
      assertThat(command.run(ids, "--journal", bed.journal())).isEqualTo(2);
      assertThat(command.err()).contains("undone");
    }

    @Test
    void userOfWhomItIsNotKnown_isLeftAndTold() throws IOException {
      bapi.addUser(FakeUser.builder("user_1").locked(true).build());
      Files.writeString(bed.journal(), Lines.text(Lines.LOCK, Lines.intent("user_1", null)));
      assertThat(command.run("undo", "--journal", bed.journal())).isZero();
      assertThat(command.err()).contains("user_1 is left unchanged");
      assertThat(bapi.isLocked("user_1")).isTrue();
    }

    @Test
    void noJournal_isRefusedAndNoneIsMade() {
      assertThat(command.run("undo", "--journal", bed.journal())).isEqualTo(2);
      assertRefused("no journal");
      assertThat(bed.journal()).doesNotExist();
      assertThat(command.run("undo")).isEqualTo(2);
    }
  }

  @Test
  void output_isUtf8AndOneLineEach() throws IOException {
    bapi.addUsers(1);
    Path ids =
        Files.write(
            bed.folder().resolve("ids"), "us\u00e9r\nuser_1".getBytes(StandardCharsets.UTF_8));
    assertThat(command.run(ids, "--skip-invalid")).isEqualTo(1);
    assertThat(command.errLines())
        .hasSize(2)
        .last()
        .isEqualTo("Skipped[us\u00e9r]: not an ID, line 1");
  }
}
