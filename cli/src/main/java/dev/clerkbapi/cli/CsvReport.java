package dev.clerkbapi.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes a row of CSV for each user. A report that exists is continued. */
final class CsvReport implements Report {
  private static final String HEADER = "id,outcome,detail\n";

  private final String name;
  private final Notices notices;
  private final CsvWriter rows;
  private @Nullable Exception failure;

  CsvReport(OutputStream out, String name, Notices notices) {
    this.name = name;
    this.notices = notices;
    // Flushed with each row, so that a kill loses none.
    this.rows = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).autoFlush(true).build(out);
  }

  /**
   * Opens a report, creating it if needed.
   *
   * @throws RefusedException if the file exists and is no report
   */
  static CsvReport open(Path file, Notices notices) throws IOException {
    boolean isNew = !Files.isRegularFile(file) || Files.size(file) == 0;
    if (!isNew && !isReport(file)) {
      throw new RefusedException(file + " is not a report of lock-users; give --report a new file");
    }
    // Not through a channel, which closes itself when Ctrl-C interrupts the thread.
    OutputStream out = new FileOutputStream(file.toFile(), true);
    try {
      if (isNew) {
        out.write(HEADER.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      out.close();
      throw new IOException(file + ": " + e.getMessage(), e);
    }
    return new CsvReport(out, file.toString(), notices);
  }

  private static boolean isReport(Path file) throws IOException {
    byte[] header = HEADER.getBytes(StandardCharsets.UTF_8);
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(header.length), header);
    }
  }

  /** Locking users matters more than listing them, so an error is kept for the end. */
  @Override
  public void add(String userId, String outcome, String detail) {
    try {
      if (failure == null) {
        rows.writeRecord(userId, outcome, detail);
      }
    } catch (UncheckedIOException e) {
      failure = e;
    }
  }

  @Override
  public int end(Tally tally, int exitStatus) {
    try {
      rows.close();
    } catch (IOException | UncheckedIOException e) {
      failure = failure == null ? e : failure;
    }
    if (failure == null) {
      return exitStatus;
    }
    notices.print("The report is not complete: " + name + ": " + Texts.reason(failure));
    return Math.max(exitStatus, Tally.SOME_NOT_DONE);
  }
}
