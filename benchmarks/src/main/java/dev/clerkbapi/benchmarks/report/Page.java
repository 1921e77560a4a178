package dev.clerkbapi.benchmarks.report;

import java.util.List;
import java.util.Locale;

/** Markdown, line by line. */
final class Page {
  private final StringBuilder text = new StringBuilder();

  Page section(String title) {
    return line("## " + title).line("");
  }

  Page paragraph(String words) {
    return line(words).line("");
  }

  Page header(String... cells) {
    return row(cells).line("| --- ".repeat(cells.length) + "|");
  }

  Page row(String... cells) {
    return line("| " + String.join(" | ", cells) + " |");
  }

  Page end() {
    return line("");
  }

  Page chart(String title, String file) {
    return paragraph("![" + title + "](" + file + ")");
  }

  private Page line(String line) {
    text.append(line).append('\n');
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** Two digits after the point, fewer for what is large. */
  static String number(double value) {
    String format = value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, value);
  }

  static String kilobytes(double bytes) {
    return String.format(Locale.ROOT, "%.1f KB", bytes / 1000);
  }

  static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  /** Returns the name of a contender in the document. */
  static String title(String contender) {
    return switch (contender) {
      case "sdk" -> "this SDK";
      case "retrofit" -> "its generated client on bare Retrofit";
      case "peer" -> "Clerk's Java SDK 5.0.0";
      case "okhttp" -> "bare OkHttp";
      case "okhttp-kept" -> "OkHttp that keeps 64 connections";
      case "jdk" -> "bare java.net.http";
      case "moshi" -> "Moshi's reader alone";
      case "jjwt" -> "JJWT 0.12.6";
      case "nimbus" -> "Nimbus JOSE + JWT 10.10";
      case "signature" -> "bare java.security.Signature";
      case "svix-tree" -> "Svix's library 1.99.1, Jackson's tree";
      case "svix-map" -> "Svix's library 1.99.1, Jackson's maps";
      case "raw" -> "raw sockets: the server's ceiling";
      case StartUp.ARCHIVED -> "this SDK, archived";
      case StartUp.NODE -> "@clerk/backend on Node";
      default -> contender;
    };
  }

  static List<String> titles(List<String> contenders) {
    return contenders.stream().map(Page::title).toList();
  }
}
