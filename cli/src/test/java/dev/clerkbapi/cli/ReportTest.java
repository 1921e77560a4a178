package dev.clerkbapi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.squareup.moshi.JsonReader;
import dev.clerkbapi.cli.journal.Lines;
import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.FakeFault;
import dev.clerkbapi.testing.FakeUser;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which outcomes a person reads first, and where all of them stand. */
class ReportTest {
  @RegisterExtension private final TestBed bed = TestBed.start();
  private final FakeBapi bapi = bed.bapi();
  private final Command command = bed.command();

  private static List<String> unknownIds(int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add("user_none_" + i);
    }
    return ids;
  }

  @Test
  void refusedUsers_comeBeforeUnknownIds() throws IOException {
    List<String> ids = unknownIds(60);
    ids.addAll(bapi.addUsers(11));
    bapi.setLockoutEnabled(false);
    command.runQuickly(bed.file("ids", ids));
    List<String> lines = command.errLines();
    assertThat(lines.subList(0, 11)).allMatch(line -> line.startsWith("Refused["));
    assertThat(lines.subList(11, 50)).allMatch(line -> line.startsWith("NotFound["));
    assertThat(lines).hasSize(52).last().asString().contains("60 of 71 users do not exist");
    assertThat(lines).element(50).asString().contains("21 more NotFound", "--report");
  }

  @Test
  void notices_comeWithTheLeastCertainFirst() throws IOException {
    List<String> ids = new ArrayList<>(bapi.addUsers(2));
    ids.addAll(List.of("user_none", "no id"));
    bapi.failNext(
        FakeFault.delay(Duration.ZERO),
        FakeFault.delay(Duration.ZERO),
        FakeFault.error(409, "busy"),
        FakeFault.lostResponse(),
        FakeFault.lostResponse(),
        FakeFault.lostResponse());
    command.run(bed.file("ids", ids), "--concurrency", 1, "--skip-invalid", "--max-unknown", 50);
    assertThat(command.errLines())
        .filteredOn(line -> !line.contains("line 4 (")) // Printed before the run.
        .extracting(line -> line.replaceAll("\\[.*", ""))
        .containsExactly("Unknown", "Failed", "Skipped", "NotFound");
  }

  @Test
  void csvReport_hasEveryOutcome() throws IOException {
    bapi.addUsers(1);
    bapi.addUser(FakeUser.builder("user_2").locked(true).build());
    List<String> ids = new ArrayList<>(List.of("user_1", "user_2", "\"x\",y", "no id"));
    ids.addAll(unknownIds(60));
    Path report = bed.folder().resolve("out.csv");
    command.runQuickly(bed.file("ids", ids), "--report", report, "--skip-invalid");
    List<String> lines = Files.readAllLines(report);
    assertThat(lines).first().isEqualTo("id,outcome,detail");
    assertThat(lines).hasSize(65).contains("user_1,Locked,", "user_2,AlreadyLocked,");
    assertThat(lines).filteredOn(line -> line.contains("NotFound")).hasSize(60);
    assertThat(lines).contains("\"\"\"x\"\",y\",Skipped,NOT_AN_ID", "no id,Skipped,NOT_AN_ID");
  }

  @Test
  void csvReport_isContinuedByTheNextRun() throws IOException {
    bapi.addUsers(2);
    Path report = bed.folder().resolve("out.csv");
    assertThat(command.run(bed.file("a", List.of("user_1")), "--report", report)).isZero();
    assertThat(command.run(bed.file("b", List.of("user_2")), "--report", report)).isZero();
    assertThat(report).hasContent("id,outcome,detail\nuser_1,Locked,\nuser_2,Locked,\n");
  }

  @Test
  void fileThatIsNoReport_isRefusedAndLeftAsItIs() throws IOException {
    bapi.addUsers(1);
    Path ids = bed.file("ids", List.of("user_1"));
    assertThat(command.run(ids, "--report", ids)).isEqualTo(2);
    assertThat(command.err()).contains("is not a report");
    assertThat(ids).hasContent("user_1\n");
    assertThat(command.run(ids, "--report", bed.folder().resolve("none").resolve("out")))
        .isEqualTo(2);
    assertThat(bapi.requests()).isEmpty();
  }

  @Test
  void reportThatCannotBeStarted_isRefused() throws IOException {
    Path full = Path.of("/dev/full"); // Linux has it.
    assumeThat(full).exists();
    assertThat(command.run(bed.file("ids", bapi.addUsers(1)), "--report", full)).isEqualTo(2);
    assertThat(command.errLines()).singleElement().asString().contains("/dev/full");
    assertThat(bapi.requests()).isEmpty();
  }

  @Test
  void reportThatCannotBeContinued_isToldAtTheEndAndStopsNobody() {
    StringWriter err = new StringWriter();
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left");
          }
        };
    CsvReport report = new CsvReport(full, "out.csv", new Notices(new PrintWriter(err, true)));
    report.add("user_1", "Locked", "");
    report.add("user_2", "Locked", "");
    assertThat(err.toString()).isEmpty();
    assertThat(report.end(new Tally(new Notices(new PrintWriter(err)), 0, 20), 0)).isEqualTo(1);
    assertThat(err.toString()).hasLineCount(1).contains("out.csv", "no space left");
  }

  @Test
  void json_hasEveryOutcomeAndTheSummary() throws IOException {
    bapi.addUsers(1);
    List<String> ids = new ArrayList<>(List.of("user_1", "user_\u009b1"));
    ids.addAll(unknownIds(60));
    assertThat(command.runQuickly(bed.file("ids", ids), "--json", "--skip-invalid")).isOne();
    List<Map<?, ?>> lines = new ArrayList<>();
    for (String line : command.outLines()) {
      lines.add((Map<?, ?>) JsonReader.of(new Buffer().writeUtf8(line)).readJsonValue());
    }
    assertThat(lines).hasSize(63);
    assertThat(lines).anySatisfy(line -> assertThat(line.get("id")).isEqualTo("user_\u009b1"));
    assertThat(command.out()).doesNotContain("\u009b");
    Map<?, ?> summary = lines.get(62);
    assertThat(summary.get("type")).isEqualTo("summary");
    assertThat(summary.get("exitStatus")).isEqualTo(1.0);
    assertThat(summary.get("counts"))
        .isEqualTo(Map.of("Locked", 1.0, "NotFound", 60.0, "Skipped: not an ID", 1.0));
    assertThat(command.err()).contains("61 users", "NotFound");
  }

  @Test
  void undo_reportsThoseWhomItLeaves() throws IOException {
    bapi.addUser(FakeUser.builder("user_1").locked(true).build());
    Path journal = bed.folder().resolve("journal");
    Files.writeString(journal, Lines.text(Lines.LOCK, Lines.intent("user_1", null)));
    Path report = bed.folder().resolve("out.csv");
    assertThat(command.run("undo", "--journal", journal, "--report", report, "--json")).isZero();
    assertThat(report).content().contains("user_1,LeftUnchanged,");
    assertThat(command.out()).contains("\"LeftUnchanged\"", "\"type\":\"summary\"");
  }
}
