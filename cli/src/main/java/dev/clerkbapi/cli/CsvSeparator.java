package dev.clerkbapi.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** Finds out what separates the columns of a CSV file: a comma, a semicolon or a tab. */
final class CsvSeparator {
  private static final List<Character> KNOWN = List.of(',', ';', '\t');
  private static final int LONGEST_ROW = 1 << 16;

  private CsvSeparator() {}

  /**
   * Returns the separator with which the first row has the column; if that is true for none or
   * several, the one that gives the most columns, and the comma before others.
   *
   * @param reader at the start of the file, where it is again afterwards
   * @param column the name of a column; no row has one of that name if it is a number
   */
  static char find(BufferedReader reader, String column) throws IOException {
    String row = firstRow(reader);
    Comparator<Character> byName =
        Comparator.comparing(each -> names(row, each).contains(column) ? 0 : 1);
    return KNOWN.stream().min(byName.thenComparing(each -> -names(row, each).size())).orElseThrow();
  }

  /** Returns the settings for all files. */
  static CsvReader.CsvReaderBuilder builder(char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .trimWhitespacesAroundQuotes(true)
        // Rows may lack other columns; only the requested one matters.
        .allowMissingFields(true)
        .allowExtraFields(true);
  }

  private static List<String> names(String row, char separator) {
    try {
      return builder(separator).ofCsvRecord(row).stream()
          .flatMap(record -> record.getFields().stream())
          .map(String::strip)
          .toList();
    } catch (CsvParseException e) { // Text after a closing quote: another separator.
      return List.of();
    }
  }

  private static String firstRow(BufferedReader reader) throws IOException {
    reader.mark(LONGEST_ROW + 1);
    StringBuilder row = new StringBuilder();
    boolean isQuoted = false;
    for (int read = 0; read < LONGEST_ROW; read++) {
      int next = reader.read();
      boolean isLineBreak = !isQuoted && (next == '\n' || next == '\r');
      if (next < 0 || (isLineBreak && !row.isEmpty())) {
        break;
      } else if (!isLineBreak) {
        row.append((char) next);
        isQuoted ^= next == '"';
      }
    }
    reader.reset();
    return row.toString();
  }
}
