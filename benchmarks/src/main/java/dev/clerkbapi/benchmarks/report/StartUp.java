package dev.clerkbapi.benchmarks.report;

import dev.clerkbapi.benchmarks.FirstCall;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fresh processes, from their start to their first response, contenders in turn. */
final class StartUp {
  /** For a process that ends before a better collector or compiler pays off. */
  static final List<String> SHORT_LIVED = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  static final List<String> JAVA = List.of("sdk", "peer", "okhttp", "jdk");
  static final String ARCHIVED = "sdk, archived";
  static final String NODE = "node";
  static final String EMPTY = "empty JVM";

  private static final int FIRST_WITH_AOT_CACHE = 25;

  private final Setup setup;
  private final Address address;

  StartUp(Setup setup, Address address) {
    this.setup = setup;
    this.address = address;
  }

  /** Returns milliseconds. */
  Rounds measure(String jdk) throws IOException, InterruptedException {
    Map<String, List<String>> commands = commands(jdk);
    Rounds millis = new Rounds();
    for (int round = 0; round < setup.starts(); round++) {
      for (Map.Entry<String, List<String>> command : commands.entrySet()) {
        millis.add(command.getKey(), Child.millisUntil(FirstCall.DONE, command.getValue()));
      }
    }
    return millis;
  }

  static void print(Page page, Rounds millis) {
    page.paragraph(
            "From the start of the process to its first response; ratios to Clerk's Java SDK.")
        .header("contender", "time");
    for (String contender : millis.contenders()) {
      page.row(Page.title(contender), Page.number(millis.ratio(contender, "peer")));
    }
    page.end();
  }

  /** Returns how many classes a fresh process loads up to its first response. */
  Map<String, Integer> classes(String jdk) throws IOException, InterruptedException {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String contender : JAVA) {
      List<String> command = command(jdk, contender, List.of("-Xlog:class+load"));
      long loaded = Child.lines(command).stream().filter(l -> l.contains(" source: ")).count();
      counts.put(contender, Math.toIntExact(loaded));
    }
    return counts;
  }

  private Map<String, List<String>> commands(String jdk) throws IOException, InterruptedException {
    Map<String, List<String>> commands = new LinkedHashMap<>();
    for (String contender : JAVA) {
      commands.put(contender, command(jdk, contender, List.of()));
    }
    commands.put(ARCHIVED, command(jdk, "sdk", archive(jdk)));
    commands.put(EMPTY, setup.command(jdk, List.of(), "jdk", FirstCall.class));
    Path node = setup.node();
    if (node != null) {
      commands.put(NODE, address.node(node.resolve("first.mjs")));
    }
    return commands;
  }

  /** Makes the archive, and returns the flags that use it. */
  private List<String> archive(String jdk) throws IOException, InterruptedException {
    boolean cache = Integer.parseInt(jdk) >= FIRST_WITH_AOT_CACHE;
    String kind = address.trusted() == null ? "plain-" : "tls-";
    String file = setup.target().resolve("first-call-" + kind + jdk).toString();
    String making = cache ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=";
    String using = cache ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";
    var unused = Child.lines(command(jdk, "sdk", shortLived(making + file)));
    return shortLived(using + file);
  }

  private static List<String> shortLived(String flag) {
    List<String> all = new ArrayList<>(SHORT_LIVED);
    all.add(flag);
    return all;
  }

  private List<String> command(String jdk, String contender, List<String> flags) {
    List<String> all = new ArrayList<>(address.jvm());
    all.addAll(flags);
    return setup.command(jdk, all, contender, FirstCall.class, contender, address.url());
  }
}
