package dev.clerkbapi.benchmarks.report;

import dev.clerkbapi.benchmarks.report.RoadProcesses.Counts;
import java.io.IOException;
import java.util.List;

/** Calls over what BAPI speaks: TLS, HTTP/2 and gzip. */
final class RoadRuns {
  private static final List<String> CONTENDERS = List.of("sdk", "peer", "okhttp", "jdk");
  private static final int MANY = 64;
  private static final int FIRST_SECONDS = 3;

  private final Setup setup;
  private final Page page = new Page();
  private final Targets targets = new Targets();

  RoadRuns(Setup setup) {
    this.setup = setup;
  }

  /** Returns the sections, in Markdown. */
  String measure() throws IOException, InterruptedException {
    try (RoadProcesses road = new RoadProcesses(setup)) {
      for (String jdk : setup.jdkNames()) {
        startUp(road, jdk);
      }
      AwakeCores awake = new AwakeCores(setup);
      try {
        connections(road);
        new SteadyRuns(setup, road, page, targets).measure();
      } finally {
        awake.close();
      }
    }
    Page all = new Page();
    targets.print(all, "Targets over TLS, HTTP/2 and gzip");
    return all.toString() + page;
  }

  private void startUp(RoadProcesses road, String jdk) throws IOException, InterruptedException {
    Rounds millis = new StartUp(setup, road.address()).measure(jdk);
    page.section("TLS: a fresh process, JDK " + jdk);
    StartUp.print(page, millis);
    targets.atMost("first response, JDK " + jdk + ", to peer", 0.45, millis.ratio("sdk", "peer"));
    targets.atMost(
        "the same with an archive",
        jdk.equals("17") ? 0.22 : 0.15,
        millis.ratio(StartUp.ARCHIVED, "peer"));
  }

  /** All threads start at once in a process that has made no call. */
  private void connections(RoadProcesses road) throws IOException, InterruptedException {
    page.section("HTTP/2: connections")
        .paragraph(
            String.format(
                "%d threads whose first calls start at the same moment, in a fresh process, and that call for %d seconds.",
                MANY, FIRST_SECONDS))
        .header("contender", "connections opened", "open at the end");
    for (String name : CONTENDERS) {
      Counts before = road.counts();
      try (Conversation contender = road.contender(name, setup.mainJdk())) {
        var unused = contender.ask("call platform " + MANY + " " + FIRST_SECONDS);
        Counts after = road.counts();
        double opened = after.accepted() - before.accepted();
        double open = after.open() - before.open();
        page.row(Page.title(name), String.valueOf((int) opened), String.valueOf((int) open));
        if (name.equals("sdk")) {
          targets.atMost("connections opened by " + MANY + " cold threads", 4, opened);
          targets.atMost("of these open after " + FIRST_SECONDS + " s", 1, open);
        }
      }
      road.awaitNoConnection();
    }
    page.end();
  }
}
