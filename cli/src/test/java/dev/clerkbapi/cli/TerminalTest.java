package dev.clerkbapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.FakeFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a person at a terminal sees. */
class TerminalTest {
  @RegisterExtension private final TestBed bed = TestBed.start();
  private final FakeBapi bapi = bed.bapi();
  private final Command command = bed.command();

  private List<Path> journals() throws IOException {
    try (Stream<Path> files = Files.list(bed.folder())) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).toList();
    }
  }

  @Nested
  class Messages {
    @Test
    void controlCharactersOfAFile_neverReachTheTerminal() throws IOException {
      String evil = "user_\u001b[2J\u009b31m\u202e\u0007";
      command.run(bed.file("ids", evil));
      command.run(bed.file("ids.csv", "x"), "--column", evil);
      command.run(bed.file("ids"), "--protect", bed.file("protect", "a b" + evil));
      command.run(bed.folder().resolve("none" + evil));
      command.run("--no" + evil);
      Path journal = bed.folder().resolve("j" + "\u001b[2J");
      command.run(bed.file("ids", "user_9"), "--journal", journal);
      assertThat(command.allOutput())
          .contains("\\u001b[2J\\u009b31m\\u202e\\u0007")
          .doesNotContain("\u001b", "\u009b", "\u202e", "\u0007");
    }

    @Test
    void wrongKey_isOneLine() throws IOException {
      Path ids = bed.file("ids", bapi.addUsers(200).toArray(String[]::new));
      assertThat(command.key("sk_test_wrong").run(ids)).isEqualTo(2);
      assertThat(command.errLines())
          .containsExactly("lock-users: the secret key is not valid; nothing was sent");
    }

    @Test
    void typo_isOneLineWithAHint() throws IOException {
      assertThat(command.run(bed.file("ids", "user_1"), "--protct", "x")).isEqualTo(2);
      assertThat(command.errLines())
          .singleElement()
          .asString()
          .contains("--protct", "--protect", "lock-users --help");
      assertThat(command.run("undo", "--jornal", "x")).isEqualTo(2);
      assertThat(command.errLines()).singleElement().asString().contains("lock-users undo --help");
      assertThat(command.out()).isEmpty();
    }

    @Test
    void fileThatCannotBeRead_isNamedOnceWithTheReason() throws IOException {
      Path inside = bed.file("ids", "user_1").resolve("inside");
      assertThat(command.run(inside)).isEqualTo(2);
      assertNamedOnce(inside);
      Path loop = Files.createSymbolicLink(bed.folder().resolve("loop"), Path.of("loop"));
      assertThat(command.run(loop)).isEqualTo(2);
      assertNamedOnce(loop);
      assertThat(command.run(bed.file("other", "user_1"), "--journal", inside)).isEqualTo(2);
      assertNamedOnce(inside);
      assertThat(command.run(bed.file("other", "user_1"), "--journal", loop, "--dry-run"))
          .isEqualTo(2);
      assertNamedOnce(loop);
    }

    private void assertNamedOnce(Path path) {
      String line = command.err().strip();
      assertThat(line.split(path.toString(), -1)).as(line).hasSize(2);
      assertThat(line).containsPattern("[Nn]ot a directory|symbolic links");
    }

    @Test
    void standardInputThatIsATerminal_isAnnounced() {
      bapi.addUsers(1);
      assertThat(command.input("user_1").onTerminal().run("-", "--plain")).isZero();
      assertThat(command.errLines()).singleElement().asString().contains("Ctrl-D");
    }

    @Test
    void standardInputThatIsNoTerminal_isNotAnnounced() {
      bapi.addUsers(1);
      assertThat(command.input("user_1").run("-")).isZero();
      assertThat(command.err()).isEmpty();
    }

    @Test
    void versionOfUndo_isThatOfTheCommand() {
      assertThat(command.run("--version")).isZero();
      String version = command.out();
      assertThat(command.run("undo", "--version")).isZero();
      assertThat(command.out()).isEqualTo(version).startsWith("lock-users 0.");
    }
  }

  @Nested
  class Summary {
    @Test
    void skippedUsers_areCountedByReason() throws IOException {
      bapi.addUsers(2);
      Path ids = bed.file("ids", "user_1", "user_2", "Ada Lovelace");
      Path guarded = bed.file("protect", "user_2");
      assertThat(command.run(ids, "--protect", guarded, "--skip-invalid")).isEqualTo(1);
      assertThat(command.count("Skipped: protected")).isEqualTo(1);
      assertThat(command.count("Skipped: not an ID")).isEqualTo(1);
      assertThat(command.out()).doesNotContainPattern("(?m)^Skipped +\\d");
    }

    @Test
    void usersWhoseTurnDidNotCome_areCountedAsThat() throws IOException {
      Path ids = bed.file("ids", bapi.addUsers(20).toArray(String[]::new));
      FakeFault none = FakeFault.delay(Duration.ZERO);
      bapi.failNext(none, none, FakeFault.error(401, "clerk_key_invalid"));
      assertThat(command.run(ids, "--concurrency", 1)).isEqualTo(2);
      assertThat(command.count("Skipped: run stopped")).isPositive();
      assertThat(command.errLines())
          .containsExactly("The secret key is not valid; the run was stopped.");
    }
  }

  @Nested
  class DefaultJournal {
    @Test
    void runWithoutJournal_writesOneAndNamesItFirst() throws IOException {
      bapi.addUsers(2);
      assertThat(command.run(bed.file("ids", "user_1", "user_2"))).isZero();
      Path journal = journals().get(0);
      assertThat(journals()).hasSize(1);
      assertThat(command.outLines()).element(1).isEqualTo("Journal: " + journal);
      assertThat(command.out()).contains("lock-users undo --journal " + journal);
      assertThat(command.run("undo", "--journal", journal)).isZero();
      assertThat(command.count("Unlocked")).isEqualTo(2);
    }

    @Test
    void eachRun_hasAJournalOfItsOwn() throws IOException {
      bapi.addUsers(1);
      for (int run = 0; run < 3; run++) {
        assertThat(command.run(bed.file("ids", "user_1"))).isZero();
      }
      assertThat(journals()).hasSize(3);
    }

    @Test
    void runThatSendsNothing_leavesNone() throws IOException {
      bapi.addUsers(1);
      assertThat(command.run(bed.file("ids", "user_1"), "--dry-run")).isZero();
      assertThat(command.run(bed.file("empty"))).isEqualTo(2);
      assertThat(command.run("--demo", 5, "--rate", 1000)).isZero();
      assertThat(journals()).isEmpty();
      assertThat(command.out()).doesNotContain("Journal:");
    }

    @Test
    void folderThatCannotHoldOne_isRefused() throws IOException {
      bapi.addUsers(1);
      Path ids = bed.file("ids", "user_1");
      assertThat(command.in(bed.folder().resolve("none")).run(ids)).isEqualTo(2);
      assertThat(command.errLines()).singleElement().asString().contains("none", ".jsonl");
      assertThat(bapi.requests()).allMatch(it -> it.path().endsWith("/instance"));
    }
  }

  @Nested
  class ManyUsers {
    private Object[] lock(String... more) throws IOException {
      List<Object> args = new ArrayList<>();
      args.add(bed.file("ids", bapi.addUsers(1001).toArray(String[]::new)));
      args.addAll(List.of("--plain", "--journal", bed.folder().resolve("journal")));
      args.addAll(List.of(more));
      return args.toArray();
    }

    @Test
    void moreThanMax_isRefused() throws IOException {
      assertThat(command.run(lock("--max", "1000"))).isEqualTo(2);
      assertThat(command.errLines()).singleElement().asString().contains("1001 users", "1000");
      assertThat(bapi.requests()).isEmpty();
      assertThat(command.runQuickly(lock("--max", "1001"))).isZero();
    }

    @Test
    void questionOnATerminal_isAskedAboveAThousand() throws IOException {
      command.onTerminal();
      for (String no : List.of("", "n\n", "yep\n")) {
        assertThat(command.input(no).runQuickly(lock())).isEqualTo(2);
        assertThat(command.err()).contains("Lock 1001 users?", "not confirmed");
      }
      assertThat(bapi.lockCounts()).isEmpty();
      assertThat(command.input("Y\n").runQuickly(lock())).isZero();
      assertThat(bapi.lockCounts()).hasSize(1001);
      assertThat(command.input("").runQuickly(lock())).as("all are finished").isZero();
    }

    @Test
    void question_isNotAskedWithYesOrWithoutATerminalOrInADryRun() throws IOException {
      assertThat(command.runQuickly(lock())).isZero();
      command.onTerminal();
      assertThat(command.input("").runQuickly(lock("--dry-run"))).isZero();
      assertThat(bapi.lockCounts()).as("added anew").isEmpty();
      assertThat(command.input("").runQuickly(lock("--yes", "--relock", "2h"))).isZero();
      assertThat(command.err()).isEmpty();
      assertThat(bapi.lockCounts()).hasSize(1001);
    }
  }

  @Nested
  class InputFiles {
    private void assertLocked(String csv, String column) throws IOException {
      Path file = Files.writeString(bed.folder().resolve("users.csv"), csv);
      assertThat(command.run(file, "--column", column)).as(command.err()).isZero();
      assertThat(bapi.lockCounts()).containsOnlyKeys("user_1", "user_2");
    }

    @Test
    void tabs_areRecognised() throws IOException {
      bapi.addUsers(2);
      assertLocked("name\tid\nLovelace, Ada\tuser_1\nx;y\tuser_2\n", "id");
    }

    @Test
    void semicolons_areRecognised() throws IOException {
      bapi.addUsers(2);
      assertLocked("\n\"name;, id\";id\r\n\"Lovelace;Ada\";user_1\r\nx,y;\"user_2\"\r\n", "id");
    }

    @Test
    void separator_isFoundByTheColumnThatIsAskedFor() throws IOException {
      bapi.addUsers(2);
      assertLocked("a,b,c,d;id\n1,2;user_1\n3;user_2\n", "id");
    }

    @Test
    void semicolonsWithoutHeader_areRecognised() throws IOException {
      bapi.addUsers(2);
      assertLocked("Ada;user_1\nx;user_2\n", "2");
    }

    @Test
    void blanksRoundNamesAndValues_areIgnored() throws IOException {
      bapi.addUsers(2);
      assertLocked("name, \"user id\" \nAda, user_1 \nx, \"user_2\" \n", "user id");
    }

    @Test
    void missingColumn_isRefusedWithoutARow() throws IOException {
      Path csv = bed.file("users.csv", "user_1,Ada Lovelace,ada@example.com", "user_2,x,y");
      assertThat(command.run(csv, "--column", "id")).isEqualTo(2);
      assertThat(command.errLines())
          .singleElement()
          .asString()
          .contains("users.csv has no column \"id\"", "3 columns")
          .doesNotContain("Ada", "ada@", "user_1");
      assertThat(command.run(bed.file("case.csv", "ID,x"), "--column", "id")).isEqualTo(2);
      assertThat(command.err()).contains("did you mean \"ID\"?");
    }

    @Test
    void utf16_isNamed() throws IOException {
      for (var charset :
          List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
        Path ids = Files.write(bed.folder().resolve("ids"), "user_1\n".getBytes(charset));
        assertThat(command.run(ids)).isEqualTo(2);
        assertThat(command.err()).contains("UTF-16", "UTF-8");
      }
      byte[] windows = "\uFEFFuser_1\r\n".getBytes(StandardCharsets.UTF_16LE);
      assertThat(command.run(Files.write(bed.folder().resolve("ids"), windows))).isEqualTo(2);
      assertThat(command.err()).contains("UTF-16", "UTF-8");
      assertThat(bapi.requests()).isEmpty();
    }
  }
}
