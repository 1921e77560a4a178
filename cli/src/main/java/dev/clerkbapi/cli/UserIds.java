package dev.clerkbapi.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads user IDs from UTF-8 files, with or without a byte order mark. All IDs are read before
 * anything is sent, so a file that cannot be read locks nobody.
 */
final class UserIds {
  /** Stands for standard input where a file is expected. */
  static final String STANDARD_INPUT = "-";

  private static final byte[] UTF16_LE = {(byte) 0xFF, (byte) 0xFE};
  private static final byte[] UTF16_BE = {(byte) 0xFE, (byte) 0xFF};
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final InputStream standardInput;

  UserIds(InputStream standardInput) {
    this.standardInput = standardInput;
  }

  /**
   * Reads what should be IDs, in the order of the file.
   *
   * @param file a path, or {@code -} for standard input
   * @param column a column of a CSV file, by name or number; empty for a file with one ID per line
   * @throws RefusedException if the file cannot be read
   */
  void read(String file, Optional<String> column, LineSink sink) {
    try (BufferedReader reader = reader(file)) {
      if (column.isPresent()) {
        CsvColumn.read(reader, column.get(), file, sink);
      } else {
        IdLines.read(reader, sink);
      }
    } catch (UncheckedIOException e) { // Thrown while iterating over CSV rows.
      throw unreadable(file, Objects.requireNonNull(e.getCause()));
    } catch (IOException | CsvParseException e) {
      throw unreadable(file, e);
    }
  }

  private BufferedReader reader(String file) throws IOException {
    InputStream in =
        new BufferedInputStream(
            file.equals(STANDARD_INPUT) ? standardInput : Files.newInputStream(Path.of(file)));
    requireNotUtf16(in, file);
    // A decoder throws on bytes that are not UTF-8; a reader made from a charset replaces them.
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  /** Windows likes to write UTF-16: two bytes for each letter of an ID, one of which is 0. */
  private static void requireNotUtf16(InputStream in, String file) throws IOException {
    in.mark(2);
    byte[] start = in.readNBytes(2);
    in.reset();
    boolean isUtf16 = Arrays.equals(start, UTF16_LE) || Arrays.equals(start, UTF16_BE);
    if (isUtf16 || (start.length == 2 && (start[0] == 0 || start[1] == 0))) {
      in.close();
      throw new RefusedException(file + " is UTF-16; save it as UTF-8");
    }
  }

  private static RefusedException unreadable(String file, Exception e) {
    return new RefusedException("cannot read " + file + ": " + Texts.reason(e));
  }
}
