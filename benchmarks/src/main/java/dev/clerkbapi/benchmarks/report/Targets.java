package dev.clerkbapi.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** The targets, and what was measured. */
final class Targets {
  private final List<String[]> rows = new ArrayList<>();

  void atMost(String what, double target, double measured) {
    add(what, "≤ " + Page.number(target), measured, measured <= target);
  }

  void atLeast(String what, double target, double measured) {
    add(what, "≥ " + Page.number(target), measured, measured >= target);
  }

  private void add(String what, String target, double measured, boolean reached) {
    rows.add(new String[] {what, target, Page.number(measured), reached ? "yes" : "**no**"});
  }

  void print(Page page, String title) {
    page.section(title).header("median of ratios", "target", "measured", "reached");
    rows.forEach(page::row);
    page.end();
  }
}
