package dev.clerkbapi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.LockOptions;
import dev.clerkbapi.cli.journal.Journal;
import dev.clerkbapi.cli.journal.JournalSink;
import dev.clerkbapi.testing.FakeBapi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is done where the journal cannot be written any more. */
class BulkJobTest {
  private final List<String> written = new ArrayList<>();
  private final StringWriter out = new StringWriter();

  /** A disk with room for so many lines. */
  private JournalSink diskOf(int lines) {
    return new JournalSink() {
      @Override
      public void append(byte[] line) throws IOException {
        if (written.size() == lines) {
          throw new IOException("no space left");
        }
        written.add(new String(line, StandardCharsets.UTF_8));
      }

      @Override
      public void close() {}
    };
  }

  @Test
  void fullDisk_endsTheRun_andNobodyIsLockedWithoutAnIntent() throws IOException {
    PrintWriter printer = new PrintWriter(out, true);
    Console console =
        new Console(Map.of(), new ByteArrayInputStream(new byte[0]), printer, printer, false);
    try (FakeBapi bapi = FakeBapi.start();
        Journal journal = Journal.into(diskOf(40));
        ClerkClient clerk =
            new Target(bapi.secretKey(), Optional.of(bapi.baseUrl()), OptionalInt.of(1000))
                .connect()) {
      BulkJob job =
          new BulkJob(
              console, new Notices(printer), new RunOptions(), journal, Optional.of("Last words"));
      List<String> ids = bapi.addUsers(500);
      assertThatThrownBy(
              () -> job.run(ids, 0, LockOptions.builder().concurrency(1), clerk.users()::lockUsers))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("no space left");
      assertThat(bapi.lockCounts()).hasSizeBetween(10, 40);
      assertThat(bapi.lockCounts().keySet())
          .allMatch(id -> written.stream().anyMatch(it -> it.contains("\"" + id + "\"")));
    }
    assertThat(out.toString()).contains("(not started)", "Last words");
  }
}
