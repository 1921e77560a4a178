package dev.clerkbapi.openapi.codegen;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Lays out what a template printed: imports in order and only those that the code needs, no line
 * too long. A template names all types that it may mention, and wraps itself in {@code
 * lambda.layout}.
 */
public final class SourceLayout implements Mustache.Lambda {
  private static final String IMPORT = "import ";

  @Override
  public void execute(Template.Fragment fragment, Writer out) throws IOException {
    out.write(of(fragment.execute()));
  }

  /** Returns the source with its imports and long lines in order. */
  public static String of(String source) {
    Set<String> imports = new TreeSet<>();
    List<String> code = new ArrayList<>();
    for (String line : source.split("\n", -1)) {
      if (line.startsWith(IMPORT)) {
        imports.add(line);
      } else {
        code.add(LongLines.broken(line));
      }
    }
    imports.removeIf(line -> !isUsed(line, code));
    int first = code.indexOf("") + 1; // Behind the package.
    code.addAll(first, imports);
    return String.join("\n", code);
  }

  private static boolean isUsed(String importLine, List<String> code) {
    String type = importLine.substring(importLine.lastIndexOf('.') + 1, importLine.length() - 1);
    Pattern mention = Pattern.compile("\\b" + type + "\\b");
    return code.stream().anyMatch(line -> !isComment(line) && mention.matcher(line).find());
  }

  private static boolean isComment(String line) {
    String text = line.strip();
    return text.startsWith("/") || text.startsWith("*");
  }
}
