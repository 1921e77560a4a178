package dev.clerkbapi.openapi;

import com.samskivert.mustache.Mustache;
import dev.clerkbapi.openapi.codegen.SourceLayout;
import dev.clerkbapi.openapi.description.BadDocumentException;
import dev.clerkbapi.openapi.description.Documents;
import dev.clerkbapi.openapi.rewrite.JavaNames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the constants of {@code error-codes.tsv}: a header, then a code and its status in each
 * line.
 */
public final class ErrorCodes {
  private static final Pattern ROW = Pattern.compile("([a-z0-9_]+)\t([1-5][0-9][0-9]|)");
  private static final String TEMPLATE = "/clerk-java/error-codes.mustache";

  private ErrorCodes() {}

  /** {@code args}: the table, the Java file to write. */
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]), Path.of(args[1]));
  }

  /** Writes the constants of a table as a Java file. */
  public static void write(Path table, Path file) throws IOException {
    Documents.write(file, source(Files.readAllLines(table)));
  }

  static String source(List<String> table) throws IOException {
    List<Map<String, String>> codes = new ArrayList<>();
    statusesByCode(table)
        .forEach(
            (code, statuses) ->
                codes.add(
                    Map.of(
                        "code",
                        code,
                        "constant",
                        JavaNames.constant(code),
                        "statuses",
                        statuses.isEmpty()
                            ? "a status that Clerk does not document"
                            : String.join(" or ", statuses))));
    try (InputStream template = ErrorCodes.class.getResourceAsStream(TEMPLATE)) {
      String text =
          new String(Objects.requireNonNull(template).readAllBytes(), StandardCharsets.UTF_8);
      return SourceLayout.of(Mustache.compiler().compile(text).execute(Map.of("codes", codes)));
    }
  }

  /** Clerk documents a few codes without a status. */
  private static Map<String, List<String>> statusesByCode(List<String> table) {
    Map<String, List<String>> statuses = new TreeMap<>();
    for (String line : table.subList(1, table.size())) {
      Matcher row = ROW.matcher(line);
      if (!row.matches()) {
        throw new BadDocumentException("error-codes.tsv: not a code, a tab and a status: " + line);
      }
      List<String> known = statuses.computeIfAbsent(row.group(1), code -> new ArrayList<>());
      if (!row.group(2).isEmpty()) {
        known.add(row.group(2));
      }
    }
    return statuses;
  }
}
