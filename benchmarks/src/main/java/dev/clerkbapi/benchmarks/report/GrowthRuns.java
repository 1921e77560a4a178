package dev.clerkbapi.benchmarks.report;

import dev.clerkbapi.benchmarks.Growth;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How the cost of this SDK grows, each size in a process of its own or in turn within one. */
final class GrowthRuns {
  private static final List<String> EMAILS = List.of("1", "10", "100");
  private static final List<String> PLATFORM = List.of("1", "4", "16", "64", "256");
  private static final List<String> VIRTUAL = List.of("64", "1000", "10000");

  private final Setup setup;
  private final String url;

  GrowthRuns(Setup setup, String url) {
    this.setup = setup;
    this.url = url;
  }

  void emails(Page page, Jmh jmh) throws Exception {
    Scores scores = jmh.users(EMAILS);
    page.paragraph(
            "Decoding a user with one of everything, but more e-mail addresses, to one with a single address:")
        .header("e-mail addresses", "time", "allocated");
    for (String count : EMAILS) {
      page.row(
          count,
          Page.number(scores.time().ratio(count, "1")),
          Page.kilobytes(scores.bytes().median(count)));
    }
    page.end();
  }

  void pages(Page page) throws IOException, InterruptedException {
    page.paragraph("Reading pages of users over the network, per user, to pages of one:")
        .header("users a page", "time a user", "allocated a user", "held a user");
    double first = 0;
    for (String line : run("-Xmx512m", "pages")) {
      String[] cells = line.split(" ", -1);
      double micros = Double.parseDouble(cells[1]);
      first = first == 0 ? micros : first;
      page.row(
          cells[0],
          Page.number(micros / first),
          Page.kilobytes(Double.parseDouble(cells[2])),
          Page.kilobytes(Double.parseDouble(cells[3])));
    }
    page.end();
  }

  void threads(Page page) throws IOException, InterruptedException {
    page.paragraph(
            "Calls a second by many threads that share a client, to one thread on the same JDK (64 requests at most"
                + " are under way at once):")
        .header("threads", "JDK", "calls a second");
    threads(page, "platform", setup.mainJdk(), PLATFORM);
    if (Integer.parseInt(setup.latestJdk()) >= 21) {
      threads(page, "virtual", setup.latestJdk(), VIRTUAL);
    }
    page.end();
  }

  private void threads(Page page, String kind, String jdk, List<String> counts)
      throws IOException, InterruptedException {
    ThreadRuns runs = new ThreadRuns(setup, url);
    double one = runs.warm(jdk, "platform", "1");
    for (String count : counts) {
      double rate = runs.warm(jdk, kind, count);
      page.row(count + " " + kind, jdk, Page.number(rate / one));
    }
  }

  void paging(Page page) throws IOException, InterruptedException {
    List<String> lines = run("-Xmx48m", "paging");
    List<String> read = new ArrayList<>(List.of("users read"));
    List<String> used = new ArrayList<>(List.of("heap in use, MB"));
    for (String line : lines) {
      String[] cells = line.split(" ", -1);
      read.add(cells[0]);
      used.add(Page.number(Double.parseDouble(cells[1]) / 1000));
    }
    page.paragraph("Paging through 100,000 users, 500 a page, with a heap of 48 MB:")
        .header(read.toArray(String[]::new))
        .row(used.toArray(String[]::new))
        .end();
  }

  private List<String> run(String flag, String what) throws IOException, InterruptedException {
    List<String> flags = List.of(flag);
    return Child.lines(setup.command(setup.mainJdk(), flags, "sdk", Growth.class, what, url));
  }
}
