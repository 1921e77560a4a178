package dev.clerkbapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.testing.FakeBapi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command as a process, with files that do not hold what they should. */
class WrongFileTest {
  private static final String HUGE = "user_" + "x".repeat(1_100_000);

  private final FakeBapi bapi = FakeBapi.start();
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

  private Path file(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  private Path journal() {
    return folder.resolve("journal");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "ada@example.com|e-mail addresses",
        "Ada <ada@example.com>|e-mail addresses",
        "user_0,user_1,user_2|CSV",
        "user_0;|CSV",
        "\"user_0\"|quotes",
        "+user_0|user_ followed by",
        "[\"user_0\", \"user_1\"]|JSON",
        "{\"id\":\"user_0\"}|JSON",
        "User_0|user_ followed by",
        "user_0\u200b|user_ followed by",
        "../users/user_0|user_ followed by"
      })
  void lineThatIsNoId_isRefusedWithItsNumber(String line, String like) throws Exception {
    bapi.addUsers(1);
    Path ids = file("ids", "user_1", "# comment", line);
    assertThat(run(ids, "--journal", journal())).isEqualTo(2);
    assertThat(output).contains("line 3", like).doesNotContain("ada@");
    assertThat(bapi.requests()).isEmpty();
    assertThat(journal()).doesNotExist();
  }

  @Test
  void dryRun_saysWhatTheLinesLookLike() throws Exception {
    Path mails = file("ids", "ada@example.com", "bob@example.com");
    assertThat(run(mails, "--dry-run")).isEqualTo(2);
    assertThat(output).contains("lines 1, 2", "These look like e-mail addresses");
    assertThat(run(file("ids", "user_1,Ada", "user_2,Bob"), "--dry-run")).isEqualTo(2);
    assertThat(output).contains("These look like CSV", "--column");
  }

  @Test
  void skipInvalid_locksTheOthersAndKeepsTheLinesOutOfTheJournal() throws Exception {
    bapi.addUsers(2);
    Path ids = file("ids", "user_1", "ada@example.com", HUGE, "user_2");
    assertThat(run(ids, "--journal", journal(), "--skip-invalid")).isEqualTo(1);
    assertThat(output).contains("lines 2, 3", "Skipped: not an ID");
    assertThat(bapi.lockCounts()).containsOnlyKeys("user_1", "user_2");
    assertThat(bapi.requests()).noneMatch(it -> it.path().contains("ada"));
    assertThat(Files.readString(journal())).doesNotContain("ada@", "xxx", "NOT_AN_ID");
    assertThat(run(file("mails", "ada@example.com"), "--skip-invalid")).isEqualTo(2);
  }

  /** In a journal it would be longer than the longest line that a journal can have. */
  @Test
  void lineAboveAMebibyte_isRefusedAndAJournalCanAlwaysBeUndone() throws Exception {
    bapi.addUsers(1);
    assertThat(run(file("ids", "user_1", HUGE), "--journal", journal())).isEqualTo(2);
    assertThat(output).contains("line 2").hasSizeLessThan(2000);
    assertThat(run(file("ids.csv", "x,id", "1," + HUGE), "--column", "id")).isEqualTo(2);
    assertThat(bapi.requests()).isEmpty();
    run(file("ids", "user_1", HUGE), "--journal", journal(), "--skip-invalid");
    assertThat(bapi.isLocked("user_1")).isTrue();
    assertThat(run("undo", "--journal", journal())).isZero();
    assertThat(bapi.isLocked("user_1")).isFalse();
  }

  @Test
  void fileWithNoneOfTheUsers_doesNotEndWithZero() throws Exception {
    assertThat(run(file("ids", "user_8", "user_9"))).isEqualTo(2);
    assertThat(output).contains("2 of 2 users do not exist");
  }
}
