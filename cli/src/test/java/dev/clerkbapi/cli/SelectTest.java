package dev.clerkbapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.FakeFault;
import dev.clerkbapi.testing.FakeUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The subcommand that writes a file of IDs. */
class SelectTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @RegisterExtension private final TestBed bed = TestBed.start();
  private final FakeBapi bapi = bed.bapi();
  private final Command command = bed.command();

  /** Created an hour after each other, and active as soon. */
  private void addUsers(int count) {
    bapi.addUsers(
        count,
        number ->
            FakeUser.builder("user_" + number)
                .emailAddress("u" + number + "@example.com")
                .createdAt(START.plusSeconds(3600L * number))
                .lastActiveAt(START.plusSeconds(3600L * number))
                .build());
  }

  private Path out() {
    return bed.folder().resolve("ids.txt");
  }

  private List<String> leftovers() throws IOException {
    try (Stream<Path> files = Files.list(bed.folder())) {
      return files.map(it -> it.getFileName().toString()).filter(it -> it.startsWith(".")).toList();
    }
  }

  @Test
  void filters_areAppliedTogether_andTheFileCanBeLocked() throws IOException {
    addUsers(10);
    assertThat(
            command.run(
                "select",
                "--created-after",
                "2026-01-01T03:00:00Z",
                "--last-active-before",
                "2026-01-01T07:00:00Z",
                "--out",
                out()))
        .isZero();
    List<String> lines = Files.readAllLines(out());
    assertThat(lines)
        .filteredOn(it -> !it.startsWith("#"))
        .containsExactly("user_4", "user_5", "user_6");
    assertThat(lines.subList(0, 3)).allMatch(it -> it.startsWith("# "));
    assertThat(lines.get(0)).contains("ins_fakebapi");
    assertThat(lines.get(1))
        .contains("created after 2026-01-01T03:00:00Z, last active before 2026-01-01T07:00:00Z");
    assertThat(lines.get(2)).isEqualTo("# 3 users");
    assertThat(bapi.lockCounts()).isEmpty();
    assertThat(command.run(out())).isZero();
    assertThat(bapi.lockCounts()).containsOnlyKeys("user_4", "user_5", "user_6");
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void moreThanAPage_areAllWritten() throws IOException {
    addUsers(1100);
    Object[] args = {"select", "--email-query", "@example.com", "--out", out(), "--rate", 1000};
    assertThat(command.run(args)).isZero();
    assertThat(Files.readAllLines(out())).hasSize(3 + 1100).doesNotHaveDuplicates();
    assertThat(command.out()).contains("1100 users: " + out());
  }

  @Test
  void fileThatExists_isLeftUnlessToldOtherwise() throws IOException {
    addUsers(3);
    Files.writeString(out(), "mine");
    Object[] args = {"select", "--query", "user_2", "--out", out()};
    assertThat(command.run(args)).isEqualTo(2);
    assertThat(out()).hasContent("mine");
    assertThat(bapi.requests()).isEmpty();
    assertThat(command.run(Stream.concat(Stream.of(args), Stream.of("--overwrite")).toArray()))
        .isZero();
    assertThat(Files.readAllLines(out())).hasSize(4).last().isEqualTo("user_2");
  }

  @Test
  void errorOrNobody_leavesNoFile() throws IOException {
    addUsers(3);
    Object[] args = {"select", "--query", "none", "--out", out()};
    assertThat(command.run(args)).isEqualTo(2);
    assertThat(command.err()).contains("no user passes");
    bapi.failNext(FakeFault.delay(java.time.Duration.ZERO), FakeFault.error(403, "forbidden"));
    assertThat(command.run(args)).isEqualTo(2);
    assertThat(command.errLines()).singleElement().asString().contains("403", "no file is written");
    assertThat(out()).doesNotExist();
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void noFilter_isRefused() {
    assertThat(command.run("select", "--out", out())).isEqualTo(2);
    assertThat(command.err()).contains("at least one filter");
    assertThat(command.run("select", "--created-after", "yesterday", "--out", out())).isEqualTo(2);
    assertThat(bapi.requests()).isEmpty();
  }
}
