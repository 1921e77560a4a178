package dev.clerkbapi.openapi.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is done to the text that a template printed. */
class SourceLayoutTest {
  private static final String LONG = "x".repeat(70);

  @Test
  void imports_areSortedAndOnlyThoseThatCodeMentions() {
    String source =
        """
        package a;

        import java.util.Map;
        import java.util.List;
        import java.util.Listener;

        /** A Map of things. */
        interface A {
          List<String> b(Map.Entry<String, String> c);
        }
        """;
    assertThat(SourceLayout.of(source))
        .contains("package a;\n\nimport java.util.List;\nimport java.util.Map;\n\n/**");
    assertThat(SourceLayout.of(source.replace("Map.Entry<String, String>", "int")))
        .contains("package a;\n\nimport java.util.List;\n\n/**");
  }

  @Test
  void shortLine_staysAsItIs() {
    assertThat(LongLines.broken("  int a = b(c, d);")).isEqualTo("  int a = b(c, d);");
  }

  @Test
  void assignment_isBrokenBehindTheEqualsSign() {
    assertThat(LongLines.broken("  A " + LONG + " = b(" + LONG + ", c);"))
        .isEqualTo("  A " + LONG + " =\n      b(" + LONG + ", c);");
  }

  @Test
  void signature_isBrokenBehindTheBracketAndThenBetweenArguments() {
    assertThat(LongLines.broken("  A<B, C> d(@E(\"f, g\") H " + LONG + ", I " + LONG + ", J k);"))
        .isEqualTo("  A<B, C> d(\n      @E(\"f, g\") H " + LONG + ",\n      I " + LONG + ", J k);");
  }

  @Test
  void exceptions_moveToALineOfTheirOwn() {
    assertThat(
            LongLines.broken("  A b(C " + LONG + ", D efghijklmnopqrst) throws IOException {  //"))
        .contains(")\n      throws IOException {");
  }

  @Test
  void callInAContinuation_isIndentedFurther() {
    assertThat(LongLines.broken("  case 1 -> A." + LONG + "(B." + LONG + "(), reader);"))
        .isEqualTo("  case 1 ->\n      A." + LONG + "(\n          B." + LONG + "(), reader);");
  }

  @Test
  void comparison_isNoAssignment() {
    String line = "  return a(" + LONG + ", b(\"c\"), " + "d".repeat(30) + " == null ? e : f);";
    assertThat(LongLines.broken(line)).contains("(\n").contains(" == null ? e : f);");
  }

  @Test
  void literal_isNotBroken() {
    String literal = "\"a, b(c, d -> e " + LONG + LONG + "\"";
    assertThat(LongLines.broken("  A b = " + literal + ";"))
        .isEqualTo("  A b =\n      " + literal + ";");
  }

  @Test
  void longNames_areBrokenBetweenTypeAndName() {
    assertThat(LongLines.broken("  private A" + LONG + " a" + LONG + ";"))
        .isEqualTo("  private A" + LONG + "\n      a" + LONG + ";");
  }

  @Test
  void codeInProse_isAnInlineTagUnlessItWouldEndTooEarly() {
    assertThat(CommonMark.toJavadoc("Say `a<b>` or `{{c}}` to ada@example.com"))
        .isEqualTo("Say {@code a<b>} or {@code {{c}}} to ada&#64;example.com");
    assertThat(CommonMark.toJavadoc("`a}` `*/` `b @c`"))
        .isEqualTo("<code>a}</code> <code>*&#47;</code> <code>b &#64;c</code>");
  }

  @Test
  void lineOfProse_neverBeginsWithAnAtSign() {
    String prose = "word ".repeat(20) + "`@" + "x".repeat(20) + "`";
    assertThat(Javadoc.of(prose).render("")).contains("\n * {@code @x");
  }

  @Test
  void commentThatFillsItsLine_isIndentedWithoutPassingTheLimit() {
    String comment = Javadoc.of("x".repeat(50) + " " + "y".repeat(59)).render("    ");
    assertThat(comment.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(120));
  }
}
