package dev.clerkbapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.testing.FakeBapi;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command as a process, with files that do not hold what they should. */
class WrongFileTest {
  private static final String HUGE = "user_" + "x".repeat(1_100_000);

  @RegisterExtension private final TestBed bed = TestBed.start();
  private final FakeBapi bapi = bed.bapi();

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
    Path ids = bed.file("ids", "user_1", "# comment", line);
    assertThat(bed.run(ids, "--journal", bed.journal())).isEqualTo(2);
    assertThat(bed.output()).contains("line 3", like).doesNotContain("ada@");
    assertThat(bapi.requests()).isEmpty();
    assertThat(bed.journal()).doesNotExist();
  }

  @Test
  void dryRun_saysWhatTheLinesLookLike() throws Exception {
    Path mails = bed.file("ids", "ada@example.com", "bob@example.com");
    assertThat(bed.run(mails, "--dry-run")).isEqualTo(2);
    assertThat(bed.output()).contains("lines 1, 2", "These look like e-mail addresses");
    assertThat(bed.run(bed.file("ids", "user_1,Ada", "user_2,Bob"), "--dry-run")).isEqualTo(2);
    assertThat(bed.output()).contains("These look like CSV", "--column");
  }

  @Test
  void skipInvalid_locksTheOthersAndKeepsTheLinesOutOfTheJournal() throws Exception {
    bapi.addUsers(2);
    Path ids = bed.file("ids", "user_1", "ada@example.com", HUGE, "user_2");
    assertThat(bed.run(ids, "--journal", bed.journal(), "--skip-invalid")).isEqualTo(1);
    assertThat(bed.output()).contains("lines 2, 3", "Skipped: not an ID");
    assertThat(bapi.lockCounts()).containsOnlyKeys("user_1", "user_2");
    assertThat(bapi.requests()).noneMatch(it -> it.path().contains("ada"));
    assertThat(Files.readString(bed.journal())).doesNotContain("ada@", "xxx", "NOT_AN_ID");
    assertThat(bed.run(bed.file("mails", "ada@example.com"), "--skip-invalid")).isEqualTo(2);
  }

  /** In a journal it would be longer than the longest line that a journal can have. */
  @Test
  void lineAboveAMebibyte_isRefusedAndAJournalCanAlwaysBeUndone() throws Exception {
    bapi.addUsers(1);
    assertThat(bed.run(bed.file("ids", "user_1", HUGE), "--journal", bed.journal())).isEqualTo(2);
    assertThat(bed.output()).contains("line 2").hasSizeLessThan(2000);
    assertThat(bed.run(bed.file("ids.csv", "x,id", "1," + HUGE), "--column", "id")).isEqualTo(2);
    assertThat(bapi.requests()).isEmpty();
    bed.run(bed.file("ids", "user_1", HUGE), "--journal", bed.journal(), "--skip-invalid");
    assertThat(bapi.isLocked("user_1")).isTrue();
    assertThat(bed.run("undo", "--journal", bed.journal())).isZero();
    assertThat(bapi.isLocked("user_1")).isFalse();
  }

  @Test
  void fileWithNoneOfTheUsers_doesNotEndWithZero() throws Exception {
    assertThat(bed.run(bed.file("ids", "user_8", "user_9"))).isEqualTo(2);
    assertThat(bed.output()).contains("2 of 2 users do not exist");
  }
}
