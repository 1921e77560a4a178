package dev.clerkbapi.benchmarks.report;

import dev.clerkbapi.benchmarks.report.RoadProcesses.Counts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Processes that live for minutes. Each calls until the cost of a call has settled; then they take
 * turns of a second or two, so that each turn is compared with those next to it.
 */
final class SteadyRuns implements AutoCloseable {
  private static final List<String> CONTENDERS = List.of("sdk", "peer", "okhttp", "jdk", "raw");
  private static final List<String> ON_VIRTUAL_THREADS = List.of("sdk", "peer");
  private static final List<Integer> THREADS = List.of(1, 16, 64);
  private static final List<Integer> DELAYS = List.of(5, 50);
  private static final int WARM_UP_THREADS = 4;
  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

  private final Setup setup;
  private final RoadProcesses road;
  private final Page page;
  private final Targets targets;
  private final int turnSeconds;
  private final Map<String, Conversation> contenders = new LinkedHashMap<>();

  SteadyRuns(Setup setup, RoadProcesses road, Page page, Targets targets) {
    this.setup = setup;
    this.road = road;
    this.page = page;
    this.targets = targets;
    this.turnSeconds = setup.quick() ? 1 : 2;
  }

  /** What a call costs in a mode, by contender and turn. */
  private record Costs(Rounds rate, Rounds micros, Rounds bytes, Rounds wire, Rounds failed) {
    Costs() {
      this(new Rounds(), new Rounds(), new Rounds(), new Rounds(), new Rounds());
    }
  }

  void measure() throws IOException {
    try (this) {
      List<String> names = new ArrayList<>(CONTENDERS);
      if (setup.node() != null) {
        names.add(StartUp.NODE);
      }
      warmUp(names, setup.mainJdk());
      steady();
      delayed();
    }
    if (Integer.parseInt(setup.latestJdk()) >= FIRST_WITH_VIRTUAL_THREADS) {
      try (this) {
        virtual();
      }
    }
  }

  private void warmUp(List<String> names, String jdk) throws IOException {
    page.section("TLS and HTTP/2: how long until a call's cost has settled, JDK " + jdk)
        .paragraph(
            "The processor time of a call in the last ten seconds differs from that in the ten before by less than"
                + " 3 %, with "
                + WARM_UP_THREADS
                + " threads. A contender for which that takes too long is stopped.")
        .header("contender", "seconds", "last difference");
    for (String name : names) {
      Conversation contender = road.contender(name, jdk);
      contenders.put(name, contender);
      double[] warm = contender.ask("warm platform " + WARM_UP_THREADS + " " + mostSeconds(name));
      page.row(
          Page.title(name),
          String.valueOf((int) warm[0]),
          warm[1] < 1 ? Page.number(100 * warm[1]) + " %" : "not compared");
    }
    page.end();
  }

  /** What no target is about gets less. */
  private int mostSeconds(String name) {
    if (setup.quick()) {
      return 5;
    }
    return switch (name) {
      case "sdk", "peer" -> 180;
      case "okhttp" -> 120;
      default -> 20;
    };
  }

  private void steady() throws IOException {
    for (int threads : THREADS) {
      Costs costs = turns("platform " + threads, 0, setup.rounds());
      print(threads == 1 ? "One thread" : threads + " threads", costs);
      if (threads == 1) {
        Rounds micros = costs.micros();
        targets.atMost("steady call, processor time to peer", 0.4, micros.ratio("sdk", "peer"));
        targets.atMost("the same to bare OkHttp", 1.5, micros.ratio("sdk", "okhttp"));
      } else if (threads == 64) {
        double ratio = costs.rate().ratio("sdk", "peer");
        targets.atLeast("64 threads, calls a second to peer", 3, ratio);
      }
    }
  }

  private void delayed() throws IOException {
    for (int delay : DELAYS) {
      Costs costs = turns("platform 64", delay, 1);
      print("64 threads, responses after " + delay + " ms", costs);
    }
  }

  private void virtual() throws IOException {
    String jdk = setup.latestJdk();
    warmUp(ON_VIRTUAL_THREADS, jdk);
    print("1,000 virtual threads, JDK " + jdk, turns("virtual 1000", 0, setup.rounds()));
  }

  /** The first turn of each is not counted: connections are opened in it. */
  private Costs turns(String mode, int delay, int rounds) throws IOException {
    Costs costs = new Costs();
    for (int round = 0; round <= rounds; round++) {
      for (Map.Entry<String, Conversation> each : contenders.entrySet()) {
        turn(each.getKey(), each.getValue(), mode, delay, round == 0 ? new Costs() : costs);
      }
    }
    return costs;
  }

  private void turn(String name, Conversation contender, String mode, int delay, Costs costs)
      throws IOException {
    Counts before = road.counts();
    double[] cost =
        contender.ask("call " + mode + " " + turnSeconds + " " + road.address().after(delay));
    costs.rate().add(name, cost[0]);
    costs.micros().add(name, cost[1]);
    costs.bytes().add(name, cost[2]);
    costs.failed().add(name, cost[3]);
    costs.wire().add(name, (road.counts().bytes() - before.bytes()) / cost[4]);
  }

  private void print(String title, Costs costs) {
    page.section("TLS and HTTP/2, steady: " + title)
        .paragraph(
            "Ratios to Clerk's Java SDK: processor time of a call, and successful calls a second. Bytes allocated by a"
                + " call, bytes that the server sends for it, and calls that threw an exception.")
        .header("contender", "processor time", "calls a second", "allocated", "received", "failed");
    for (String name : costs.micros().contenders()) {
      double bytes = costs.bytes().median(name);
      page.row(
          Page.title(name),
          Page.number(costs.micros().ratio(name, "peer")),
          Page.number(costs.rate().ratio(name, "peer")),
          bytes > 0 ? Page.kilobytes(bytes) : "not measured", // Less than zero: threads ended.
          Page.kilobytes(costs.wire().median(name)),
          Page.number(100 * costs.failed().median(name)) + " %");
    }
    page.end();
  }

  @Override
  public void close() {
    contenders.values().forEach(Conversation::close);
    contenders.clear();
  }
}
