package dev.clerkbapi.openapi.codegen;

import java.util.ArrayList;
import java.util.List;

/** A Javadoc comment, made of the description's prose. */
final class Javadoc {
  private static final int WIDTH = 110;

  /** Between words, but not before code: an at sign at the start of a line begins a block tag. */
  private static final String GAP = "(?<!\\{@code) +";

  private final List<String> lines = new ArrayList<>();

  private Javadoc() {}

  /**
   * Starts a comment with a paragraph of CommonMark; further paragraphs follow by {@link
   * #paragraph}.
   */
  static Javadoc of(String markdown) {
    return new Javadoc().paragraph(markdown);
  }

  Javadoc paragraph(String markdown) {
    if (!markdown.isBlank()) {
      String html = CommonMark.toJavadoc(markdown);
      if (!lines.isEmpty()) {
        lines.add("");
        html = html.startsWith("<") ? html : "<p>" + html;
      }
      for (String block : html.split("\n", -1)) {
        wrap(block, "");
      }
    }
    return this;
  }

  /** A block tag, given with its name, such as param; tags come after the paragraphs. */
  Javadoc tag(String tag, String markdown) {
    if (!markdown.isBlank()) {
      boolean first = lines.stream().noneMatch(line -> line.startsWith("@"));
      if (first && !lines.isEmpty()) {
        lines.add("");
      }
      wrap(tag + " " + CommonMark.toJavadoc(markdown).replace('\n', ' '), "    ");
    }
    return this;
  }

  Javadoc deprecated() {
    return tag("@deprecated", "Clerk plans to remove this.");
  }

  /** The comment, each line indented, with a line end; nothing where there is nothing to say. */
  String render(String indent) {
    if (lines.isEmpty()) {
      return "";
    }
    String onOneLine = indent + "/** " + lines.get(0) + " */";
    if (lines.size() == 1 && onOneLine.length() < LongLines.LIMIT) {
      return onOneLine + "\n";
    }
    return indent + "/**\n" + inside(indent) + indent + " */\n";
  }

  /** The lines of the comment without the first and the last one, for a template that adds more. */
  String inside(String indent) {
    StringBuilder comment = new StringBuilder();
    for (String line : lines) {
      comment.append(indent).append(line.isEmpty() ? " *" : " * " + line).append('\n');
    }
    return comment.toString();
  }

  private void wrap(String text, String nextIndent) {
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split(GAP, -1)) {
      if (line.length() + word.length() >= WIDTH && line.length() > nextIndent.length()) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(nextIndent);
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString().stripTrailing());
  }
}
