package dev.clerkbapi.openapi.codegen;

import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/** Turns the description's prose into the HTML and inline tags of Javadoc. */
final class CommonMark {
  /** Stands for an at sign that is no entity; no text contains it. */
  private static final char AT = '\uE000';

  private static final Parser PARSER = Parser.builder().build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder().escapeHtml(true).nodeRendererFactory(InlineCode::new).build();

  private CommonMark() {}

  /**
   * Paragraphs after the first carry {@code <p>}; a closing tag is not needed, and the first has
   * none.
   */
  static String toJavadoc(String markdown) {
    return RENDERER
        .render(PARSER.parse(markdown.strip()))
        .strip()
        .replace("</p>", "")
        .replaceFirst("^<p>", "")
        .replace("\n<p>", "\n\n<p>")
        .replace("@", "&#64;")
        .replace(AT, '@')
        .replace("*/", "*&#47;")
        .replace("&quot;", "\"");
  }

  /** Writes code as an inline tag, or as HTML where the tag would end too early. */
  private record InlineCode(HtmlNodeRendererContext context) implements NodeRenderer {
    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Code.class);
    }

    @Override
    public void render(Node node) {
      String code = ((Code) node).getLiteral();
      if (fitsIntoTag(code)) {
        context.getWriter().raw(("{@code " + code + "}").replace('@', AT));
      } else {
        context.getWriter().tag("code");
        context.getWriter().text(code);
        context.getWriter().tag("/code");
      }
    }

    /** A line that begins with an at sign would begin a block tag. */
    private static boolean fitsIntoTag(String code) {
      int open = 0;
      for (int i = 0; i < code.length(); i++) {
        char next = code.charAt(i);
        open += next == '{' ? 1 : next == '}' ? -1 : 0;
        if (open < 0) {
          return false;
        }
      }
      return open == 0 && !code.contains("*/") && !code.contains(" @");
    }
  }
}
