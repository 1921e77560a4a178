package dev.clerkbapi.benchmarks.report;

import java.util.List;

/** Horizontal bars with their numbers, as SVG that reads on light and dark paper. */
final class BarChart {
  private static final int ROW = 28;
  private static final int BARS_AT = 240;
  private static final int WIDEST = 380;

  private BarChart() {}

  static String of(String title, List<String> names, List<Double> values) {
    double largest = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    StringBuilder svg = new StringBuilder();
    int height = ROW * (names.size() + 1) + 12;
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"700\" height=\"")
        .append(height)
        .append("\" font-family=\"sans-serif\" font-size=\"13\" fill=\"#6e7781\">\n")
        .append(text(8, 20, title));
    for (int i = 0; i < names.size(); i++) {
      svg.append(row(i + 1, names.get(i), values.get(i), largest));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String row(int row, String name, double value, double largest) {
    int y = row * ROW + 8;
    long width = Math.max(2, Math.round(value / largest * WIDEST));
    String colour = name.startsWith("this SDK") ? "#1a7f37" : "#8c959f";
    return text(8, y + 14, name)
        + "<rect x=\""
        + BARS_AT
        + "\" y=\""
        + y
        + "\" width=\""
        + width
        + "\" height=\"18\" fill=\""
        + colour
        + "\"/>\n"
        + text(BARS_AT + width + 6, y + 14, Page.number(value));
  }

  private static String text(long x, int y, String words) {
    String escaped = words.replace("&", "&amp;").replace("<", "&lt;");
    return "<text x=\"" + x + "\" y=\"" + y + "\">" + escaped + "</text>\n";
  }
}
