package dev.clerkbapi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.bulk.BulkLock;
import dev.clerkbapi.bulk.LockOptions;
import dev.clerkbapi.cli.journal.Journal;
import dev.clerkbapi.cli.journal.JournalSink;
import dev.clerkbapi.testing.FakeBapi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What happens when the journal cannot be written. */
class BulkJobTest {
  private final List<String> written = new ArrayList<>();
  private final StringWriter out = new StringWriter();

  /** A disk with room for so many lines, which may fail when it is to keep them. */
  private JournalSink diskOf(int lines, boolean canSync) {
    return new JournalSink() {
      @Override
      public void append(byte[] line) throws IOException {
        if (written.size() == lines) {
          throw new IOException("no space left");
        }
        written.add(new String(line, StandardCharsets.UTF_8));
      }

      @Override
      public void close() throws IOException {
        if (!canSync) {
          throw new IOException("the journal: disk quota exceeded");
        }
      }
    };
  }

  private BulkJob job(Journal journal) {
    PrintWriter printer = new PrintWriter(out, true);
    Console console =
        new Console(
            Map.of(),
            Path.of("none"),
            new ByteArrayInputStream(new byte[0]),
            printer,
            printer,
            false);
    return new BulkJob(
        console,
        new Notices(printer),
        new RunOptions(),
        journal,
        new Reports(List.of()),
        Relock.none(),
        Optional.of("Last words"));
  }

  private Tally tally() {
    return new Tally(new Notices(new PrintWriter(out, true)), 0, 20);
  }

  private static ClerkClient connect(FakeBapi bapi) {
    return new Target(bapi.secretKey(), Optional.of(bapi.baseUrl()), OptionalInt.of(1000))
        .connect();
  }

  @Test
  void failedSync_isReportedAfterARunThatDidEverything() throws IOException {
    try (FakeBapi bapi = FakeBapi.start();
        ClerkClient clerk = connect(bapi);
        Journal journal = Journal.into(diskOf(100, false))) {
      List<String> ids = bapi.addUsers(3);
      int status =
          job(journal).run(ids, tally(), LockOptions.builder(), BulkLock.of(clerk)::lockUsers);
      assertThat(status).isEqualTo(1);
      assertThat(bapi.lockCounts()).hasSize(3);
    }
    assertThat(out.toString())
        .containsPattern("Locked +3")
        .contains("the journal: disk quota exceeded", "may not be on the disk");
  }

  @Test
  void fullDisk_endsTheRun_andNobodyIsLockedWithoutAnIntent() throws IOException {
    try (FakeBapi bapi = FakeBapi.start();
        Journal journal = Journal.into(diskOf(40, true));
        ClerkClient clerk = connect(bapi)) {
      BulkJob job = job(journal);
      List<String> ids = bapi.addUsers(500);
      assertThatThrownBy(
              () ->
                  job.run(
                      ids,
                      tally(),
                      LockOptions.builder().concurrency(1),
                      BulkLock.of(clerk)::lockUsers))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("no space left");
      assertThat(bapi.lockCounts()).hasSizeBetween(10, 40);
      assertThat(bapi.lockCounts().keySet())
          .allMatch(id -> written.stream().anyMatch(it -> it.contains("\"" + id + "\"")));
    }
    assertThat(out.toString()).contains("(not started)", "Last words");
  }
}
