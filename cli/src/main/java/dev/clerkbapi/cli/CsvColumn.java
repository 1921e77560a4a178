package dev.clerkbapi.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** Reads one column of a CSV file (RFC 4180, but also with semicolons or tabs). */
final class CsvColumn {
  private CsvColumn() {}

  /**
   * Reads the values of a column that are not blank.
   *
   * @param column a name in the first row, such as {@code user_id}, or a number counted from 1, for
   *     files without a header row
   * @throws RefusedException if there is no such column, or a row is too short to have it
   */
  static void read(BufferedReader reader, String column, String file, LineSink sink)
      throws IOException {
    char separator = CsvSeparator.find(reader, column);
    try (CsvReader<CsvRecord> rows =
        CsvSeparator.builder(separator).ofCsvRecord(new ClosedQuotes(reader))) {
      Iterator<CsvRecord> row = rows.iterator();
      int index =
          column.matches("\\d{1,4}") ? Integer.parseInt(column) - 1 : named(column, row, file);
      while (row.hasNext()) {
        CsvRecord next = row.next();
        String value = value(next, index, column, file);
        if (!value.isEmpty()) {
          sink.take(next.getStartingLineNumber(), value);
        }
      }
    }
  }

  private static int named(String column, Iterator<CsvRecord> rows, String file) {
    List<String> names =
        rows.hasNext() ? rows.next().getFields().stream().map(String::strip).toList() : List.of();
    int index = names.indexOf(column);
    if (index < 0) {
      throw new RefusedException(noColumn(column, names, file));
    }
    return index;
  }

  /** Does not show the row: without a header, it is a person's. */
  private static String noColumn(String column, List<String> names, String file) {
    String message = file + " has no column \"" + column + "\" among the " + names.size();
    return names.stream()
        .filter(column::equalsIgnoreCase)
        .findFirst()
        .map(name -> message + " columns of its first row; did you mean \"" + name + "\"?")
        .orElse(message + " columns of its first row; without a header, give the column's number");
  }

  private static String value(CsvRecord row, int index, String column, String file) {
    if (index < 0 || index >= row.getFieldCount()) {
      throw new RefusedException(
          "line " + row.getStartingLineNumber() + " of " + file + " has no column " + column);
    }
    String value = row.getField(index).strip();
    return value.substring(0, Math.min(value.length(), LineSink.LONGEST + 1));
  }
}
