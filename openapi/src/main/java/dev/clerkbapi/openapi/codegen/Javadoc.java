package dev.clerkbapi.openapi.codegen;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Turns the description's prose (CommonMark) into Javadoc comments. */
final class Javadoc {
  private static final int WIDTH = 110;
  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer RENDERER = HtmlRenderer.builder().escapeHtml(true).build();

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
      String html = html(markdown);
      if (!lines.isEmpty()) {
        lines.add("");
        html = html.startsWith("<") && !html.startsWith("<code>") ? html : "<p>" + html;
      }
      for (String block : html.split("\n", -1)) {
        wrap(block, "", "");
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
      wrap(tag + " " + html(markdown).replace('\n', ' '), "", "    ");
    }
    return this;
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** The comment, each line indented, with a line end; nothing where there is nothing to say. */
  String render(String indent) {
    if (lines.isEmpty()) {
      return "";
    }
    if (lines.size() == 1) {
      return indent + "/** " + lines.get(0) + " */\n";
    }
    StringBuilder comment = new StringBuilder(indent).append("/**\n");
    for (String line : lines) {
      comment.append(indent).append(line.isEmpty() ? " *" : " * " + line).append('\n');
    }
    return comment.append(indent).append(" */\n").toString();
  }

  /**
   * Paragraphs after the first carry {@code <p>}; a closing tag is not needed, and the first has
   * none.
   */
  private static String html(String markdown) {
    return RENDERER
        .render(PARSER.parse(markdown.strip()))
        .strip()
        .replace("</p>", "")
        .replaceFirst("^<p>", "")
        .replace("\n<p>", "\n\n<p>")
        .replace("@", "&#64;")
        .replace("*/", "*&#47;")
        .replace("&quot;", "\"");
  }

  private void wrap(String text, String firstIndent, String nextIndent) {
    StringBuilder line = new StringBuilder(firstIndent);
    for (String word : text.strip().split(" +", -1)) {
      if (line.length() + word.length() >= WIDTH && line.length() > nextIndent.length()) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(nextIndent);
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString().stripTrailing());
  }
}
