package dev.clerkbapi.benchmarks.report;

import dev.clerkbapi.benchmarks.PageServer;
import dev.clerkbapi.benchmarks.Paging;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reading all users of a list whose pages take 50 ms: contenders in turn, each in a process. */
final class PageRuns {
  private static final String PEER = "peer";
  private static final List<String> CONTENDERS = List.of(PEER, "loop", "1", "2", "4", "8");
  private static final String AHEAD = "4";
  private static final int USERS = 100_000;
  private static final int FEW_USERS = 20_000;
  private static final String HEAP = "-Xmx48m";
  private static final String PRINTED = "paged ";

  private final Setup setup;
  private final int users;
  private final Rounds first = new Rounds();
  private final Rounds rate = new Rounds();
  private final Page page = new Page();

  PageRuns(Setup setup) {
    this.setup = setup;
    this.users = setup.quick() ? FEW_USERS : USERS;
  }

  /** Returns the sections, in Markdown. */
  String measure() throws IOException, InterruptedException {
    Targets targets = new Targets();
    try (Server server = new Server(setup, PageServer.class, String.valueOf(users))) {
      run(server.baseUrl());
      speed(targets);
      heap(server.baseUrl(), targets);
    }
    Page all = new Page();
    targets.print(all, "Pages: targets");
    return all.toString() + page;
  }

  private void run(String url) throws IOException, InterruptedException {
    for (String contender : CONTENDERS) {
      add(contender, paging(contender, url, "time"));
    }
    Path node = setup.node();
    if (node != null) {
      String script = node.resolve("pages.mjs").toString();
      add(StartUp.NODE, Child.lines(List.of("node", script, url, String.valueOf(users))));
    }
  }

  private void add(String contender, List<String> lines) {
    for (String line : lines) {
      if (line.startsWith(PRINTED)) {
        String[] cells = line.split(" ", -1);
        if (Integer.parseInt(cells[3]) != users) {
          throw new IllegalStateException(contender + " read " + cells[3] + " users");
        }
        first.add(contender, Double.parseDouble(cells[1]));
        rate.add(contender, Double.parseDouble(cells[2]));
      }
    }
  }

  private void speed(Targets targets) {
    page.section("All users of a list")
        .paragraph(
            users
                + " plain users, 100 a page; the server takes "
                + PageServer.MILLIS
                + " ms for a page. Ratios to a loop over pages by Clerk's Java SDK, once both are warm.")
        .header("contender", "users a second", "to the first user");
    for (String contender : rate.contenders()) {
      page.row(
          title(contender),
          Page.number(rate.ratio(contender, PEER)),
          Page.number(first.ratio(contender, PEER)));
    }
    page.end();
    targets.atLeast("4 pages ahead, users a second to the loop", 3, rate.ratio(AHEAD, PEER));
    targets.atMost("the same, to the first user", 1.05, first.ratio(AHEAD, PEER));
  }

  /** The stream keeps the IDs that it has delivered, so some growth is its own. */
  private void heap(String url, Targets targets) throws IOException, InterruptedException {
    List<String> read = new ArrayList<>(List.of("users read"));
    List<String> used = new ArrayList<>(List.of("heap in use, MB"));
    List<Double> kilobytes = new ArrayList<>();
    for (String line : paging(AHEAD, url, "heap")) {
      String[] cells = line.split(" ", -1);
      if (cells[0].equals("heap")) {
        read.add(cells[1]);
        used.add(Page.number(Double.parseDouble(cells[2]) / 1000));
        kilobytes.add(Double.parseDouble(cells[2]));
      }
    }
    page.paragraph("The heap after a collection, while 4 pages ahead are asked for, of 48 MB:")
        .header(read.toArray(String[]::new))
        .row(used.toArray(String[]::new))
        .end();
    double growth = kilobytes.get(kilobytes.size() - 1) - kilobytes.get(0);
    double perUser = growth * 1000 / (users * 0.9);
    targets.atMost("memory that stays for each user read, bytes", 150, perUser);
  }

  private List<String> paging(String contender, String url, String what)
      throws IOException, InterruptedException {
    return Child.lines(
        setup.command(
            setup.mainJdk(),
            List.of(HEAP),
            ClassPaths.ALL,
            Paging.class,
            contender,
            String.valueOf(users),
            url,
            what));
  }

  private static String title(String contender) {
    return switch (contender) {
      case PEER -> "a loop over pages, Clerk's Java SDK 5.0.0";
      case "loop" -> "a loop over pages, this SDK";
      case StartUp.NODE -> "a loop over pages, @clerk/backend on Node";
      default -> "the stream of this SDK, reading ahead " + contender;
    };
  }
}
