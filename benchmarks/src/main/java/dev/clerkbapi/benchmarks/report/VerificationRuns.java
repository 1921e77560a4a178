package dev.clerkbapi.benchmarks.report;

import dev.clerkbapi.benchmarks.Verifying;
import java.io.IOException;
import java.util.List;

/** Verifying tokens and webhooks: a process for each kind, contenders in turn within it. */
final class VerificationRuns {
  private static final int WARM_UP_TURNS = 20;

  /** For each round of {@link Setup#rounds()}. */
  private static final int TURNS = 9;

  private final Setup setup;
  private final Page page = new Page();
  private final Targets targets = new Targets();

  VerificationRuns(Setup setup) {
    this.setup = setup;
  }

  /** Returns the sections, in Markdown. */
  String measure() throws IOException, InterruptedException {
    tokens();
    webhooks();
    Page all = new Page().paragraph("On " + jdk() + ".");
    targets.print(all, "Verification: targets");
    return all.toString() + page;
  }

  private void tokens() throws IOException, InterruptedException {
    Scores scores = run("tokens");
    Rounds time = scores.time();
    page.section("Verifying a session token")
        .paragraph(
            "Ratios of the time to Clerk's Java SDK, and to the JDK's signature check alone.")
        .header("contender", "time", "time to the bare check", "allocated");
    for (String contender : time.contenders()) {
      page.row(
          Page.title(contender),
          Page.number(time.ratio(contender, "peer")),
          Page.number(time.ratio(contender, "signature")),
          Page.kilobytes(scores.bytes().median(contender)));
    }
    page.end();
    targets.atMost("token, to peer", 0.25, time.ratio("sdk", "peer"));
    targets.atMost("token, to the bare signature check", 1.15, time.ratio("sdk", "signature"));
    targets.atMost("allocated a token, KB", 8, scores.bytes().median("sdk") / 1000);
  }

  private void webhooks() throws IOException, InterruptedException {
    Scores scores = run("webhooks");
    Rounds time = scores.time();
    page.section("Verifying and decoding a webhook")
        .paragraph(
            "Ratios of the webhooks a second to Svix's library with Jackson's tree, and webhooks a second on one core"
                + " of this machine, in thousands.")
        .header("contender", "webhooks", "thousands a second", "allocated");
    for (String contender : time.contenders()) {
      page.row(
          Page.title(contender),
          Page.number(time.ratio("svix-tree", contender)),
          Page.number(1000 / time.median(contender)),
          Page.kilobytes(scores.bytes().median(contender)));
    }
    page.end();
    targets.atLeast("webhooks a second on one core, thousands", 20, 1000 / time.median("sdk"));
    targets.atLeast(
        "or webhooks, to Svix's library and Jackson", 5, time.ratio("svix-tree", "sdk"));
  }

  private String jdk() throws IOException, InterruptedException {
    return Child.lines(List.of(setup.java(setup.mainJdk()), "-version")).get(1);
  }

  private Scores run(String kind) throws IOException, InterruptedException {
    List<String> arguments =
        List.of(
            kind,
            String.valueOf(setup.quick() ? 3 : WARM_UP_TURNS),
            String.valueOf(TURNS * setup.rounds()));
    Scores scores = new Scores(new Rounds(), new Rounds());
    List<String> command =
        setup.command(
            setup.mainJdk(),
            List.of("-Xmx1g"),
            ClassPaths.ALL,
            Verifying.class,
            arguments.toArray(String[]::new));
    for (String line : Child.lines(command)) {
      String[] cells = line.split(" ", -1);
      scores.time().add(cells[0], Double.parseDouble(cells[1]));
      scores.bytes().add(cells[0], Double.parseDouble(cells[2]));
    }
    return scores;
  }
}
