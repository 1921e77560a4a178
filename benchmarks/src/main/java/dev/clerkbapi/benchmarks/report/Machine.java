package dev.clerkbapi.benchmarks.report;

import java.io.IOException;
import java.util.List;

/** The machine, without its name. */
final class Machine {
  private Machine() {}

  static void print(Page page, Setup setup) throws IOException, InterruptedException {
    page.section("The machine")
        .header("", "")
        .row("cores", String.valueOf(Runtime.getRuntime().availableProcessors()))
        .row("system", System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""));
    for (String jdk : setup.jdkNames()) {
      List<String> lines = Child.lines(List.of(setup.java(jdk), "-version"));
      page.row("JDK " + jdk, lines.get(1));
    }
    if (setup.node() != null) {
      page.row("Node", Child.lines(List.of("node", "--version")).get(0));
    }
    page.row("rounds", setup.rounds() + ", and " + setup.starts() + " fresh processes of each kind")
        .end();
  }
}
