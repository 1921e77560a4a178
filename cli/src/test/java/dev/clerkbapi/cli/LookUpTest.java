package dev.clerkbapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.FakeFault;
import dev.clerkbapi.testing.FakeUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that hold something else than IDs. */
class LookUpTest {
  @RegisterExtension private final TestBed bed = TestBed.start();
  private final FakeBapi bapi = bed.bapi();
  private final Command command = bed.command();

  private void add(String id, String email) {
    bapi.addUser(FakeUser.builder(id).emailAddress(email).build());
  }

  private long reads() {
    return bapi.requests().stream().filter(it -> it.path().matches(".*/users(\\?.*)?")).count();
  }

  @Test
  void emails_areLookedUpInUpperOrLowerCase_andStayOutOfTheJournal() throws IOException {
    add("user_1", "ada@example.com");
    add("user_2", "bob@example.com");
    add("user_3", "eve@example.com");
    Path mails =
        bed.file("mails", "Ada@Example.COM # the first", "ada@example.com", "bob@example.com");
    assertThat(command.run(mails, "--email", "--journal", bed.journal())).isZero();
    assertThat(bapi.lockCounts()).containsOnlyKeys("user_1", "user_2");
    assertThat(Files.readString(bed.journal())).contains("user_1").doesNotContain("@", "xample");
    assertThat(command.run("undo", "--journal", bed.journal())).isZero();
    assertThat(bapi.isLocked("user_1")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "--username, ada.l",
    "--external-id, -17",
    "--external-id, a b/c",
    "--phone, +15555550100"
  })
  void otherIdentifiers_areLookedUp(String option, String value) throws IOException {
    bapi.addUsers(3);
    bapi.addUser(
        FakeUser.builder("user_9")
            .username("ada.l")
            .externalId(value)
            .phoneNumber("+15555550100")
            .build());
    assertThat(command.run(bed.file("file", value), option)).isZero();
    assertThat(bapi.lockCounts()).containsOnlyKeys("user_9");
  }

  @Test
  void minusBeforeAnExternalId_doesNotAskForAllOthers() throws IOException {
    bapi.addUser(FakeUser.builder("user_1").externalId("-17").build());
    assertThat(command.run(bed.file("file", "-17"), "--external-id")).isZero();
    assertThat(bapi.requests()).anyMatch(it -> it.path().contains("external_id=%2B-17"));
  }

  @Test
  void valueOfNobodyOrOfSeveral_locksNobodyAndIsTold() throws IOException {
    add("user_1", "ada@example.com");
    add("user_2", "both@example.com");
    add("user_3", "both@example.com");
    Path mails = bed.file("mails", "none@example.com", "ada@example.com", "", "both@example.com");
    Path report = bed.folder().resolve("report.csv");
    assertThat(command.run(mails, "--email", "--report", report)).isEqualTo(1);
    assertThat(bapi.lockCounts()).containsOnlyKeys("user_1");
    assertThat(command.errLines())
        .containsExactly(
            "NobodyFound[line 1]: nobody has it",
            "SeveralFound[line 4]: these have it: user_2 user_3");
    assertThat(command.count("NobodyFound")).isEqualTo(1);
    assertThat(command.count("SeveralFound")).isEqualTo(1);
    assertThat(report).content().contains("none@example.com,NobodyFound,NOBODY_HAS_IT");
    assertThat(command.run(bed.file("none", "none@example.com"), "--email")).isEqualTo(2);
    assertThat(command.err()).contains("no user was found");
  }

  @ParameterizedTest
  @CsvSource({
    "--email, ada, is no e-mail address",
    "--email, user_1, user IDs",
    "--email, Ada <ada@example.com>, is no e-mail address",
    "--phone, 555 0100, is no phone number",
    "--username, ada lovelace, is no username"
  })
  void lineThatIsNoSuchValue_isRefusedBeforeAnythingIsSent(String option, String line, String like)
      throws IOException {
    add("user_1", "ada@example.com");
    Path file = bed.file("file", option.equals("--phone") ? "+15555550100" : "a@b", line);
    assertThat(command.run(file, option)).isEqualTo(2);
    assertThat(command.err()).contains("line 2", like);
    assertThat(bapi.requests()).isEmpty();
  }

  @Test
  void manyValues_takeARequestForEachHundred() throws IOException {
    List<String> mails = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      add("user_" + i, "m" + i + "@example.com");
      mails.add("m" + i + "@example.com");
    }
    Path file = bed.file("mails", mails);
    assertThat(command.runQuickly(file, "--email", "--dry-run")).isZero();
    assertThat(command.count("Planned")).isEqualTo(250);
    assertThat(reads()).isEqualTo(3 + 3);
    assertThat(command.runQuickly(file, "--email", "--max", 249)).isEqualTo(2);
    assertThat(bapi.lockCounts()).isEmpty();
  }

  @Test
  void longValues_keepTheUrlShort() throws IOException {
    List<String> mails = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      mails.add("m" + i + "x".repeat(200) + "@example.com");
      add("user_" + i, mails.get(i));
    }
    assertThat(command.runQuickly(bed.file("mails", mails), "--email", "--yes")).isZero();
    assertThat(bapi.lockCounts()).hasSize(60);
    assertThat(bapi.requests()).allMatch(it -> it.path().length() < 8000);
  }

  @Test
  void protectedUsers_areProtected_andCsvIsRead() throws IOException {
    add("user_1", "ada@example.com");
    add("user_2", "bob@example.com");
    Path csv = bed.file("users.csv", "name,mail", "Ada,ada@example.com", "Bob,bob@example.com");
    Path guarded = bed.file("guarded", "user_1");
    assertThat(command.run(csv, "--column", "mail", "--email", "--protect", guarded)).isZero();
    assertThat(bapi.lockCounts()).containsOnlyKeys("user_2");
  }

  @Test
  void lookUpUnderARateLimit_waitsAndSaysSo_andAnErrorIsALine() throws IOException {
    add("user_1", "ada@example.com");
    Path mails = bed.file("mails", "ada@example.com");
    bapi.failNext(FakeFault.delay(Duration.ZERO), FakeFault.rateLimited(Duration.ofSeconds(1)));
    assertThat(command.run(mails, "--email")).isZero();
    assertThat(command.out()).contains("waiting 1 s: rate limit");
    bapi.failNext(FakeFault.delay(Duration.ZERO), FakeFault.error(403, "forbidden"));
    assertThat(command.run(mails, "--email")).isEqualTo(2);
    assertThat(command.errLines()).singleElement().asString().contains("looked up", "403");
  }

  @Test
  void twoKindsAtOnce_areRefused() throws IOException {
    assertThat(command.run(bed.file("file", "a@b"), "--email", "--phone")).isEqualTo(2);
    assertThat(bapi.requests()).isEmpty();
  }
}
