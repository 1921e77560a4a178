package dev.clerkbapi.benchmarks.report;

import dev.clerkbapi.benchmarks.Held;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Runs everything and writes {@code docs/performance.md}; see {@code benchmarks/run}. Arguments,
 * each {@code name=value}: {@code jdk=17:HOME} (repeatable, the first runs JMH), {@code
 * node=FOLDER}, {@code target=FOLDER}, {@code docs=FOLDER}, {@code quick=true}, {@code part=road},
 * {@code part=plain}, {@code part=verification} or {@code part=pages} for that alone.
 */
public final class Benchmarks {
  private static final List<String> CALLERS =
      List.of("sdk", "retrofit", "peer", "okhttp", "jdk", "raw");
  private static final List<String> MANY_CALLERS =
      List.of("sdk", "peer", "okhttp", "okhttp-kept", "jdk");
  private static final List<String> CODECS = List.of("sdk", "peer", "moshi");
  private static final List<String> SDK = List.of("sdk");
  private static final int MANY = 64;
  private static final int NODE_CALLS = 5_000;

  private final Setup setup;
  private final String url;
  private final Document document;
  private final Page page = new Page();
  private final Targets targets = new Targets();

  private Benchmarks(Setup setup, String url) {
    this.setup = setup;
    this.url = url;
    this.document = new Document(setup.docs());
  }

  public static void main(String[] args) throws Exception {
    Setup setup = setup(args);
    if (setup.has("road")) {
      say("TLS, HTTP/2 and gzip");
      new Document(setup.docs()).write(Document.ROAD, new RoadRuns(setup).measure());
    }
    if (setup.has("plain")) {
      try (Server server = new Server(setup)) {
        new Benchmarks(setup, server.baseUrl()).run();
      }
    }
    parts(setup);
  }

  /** Each has a part of the document to itself, because it may be run alone. */
  private static void parts(Setup setup) throws IOException, InterruptedException {
    Document document = new Document(setup.docs());
    if (setup.has("verification")) {
      say("verification");
      document.write(Document.VERIFICATION, new VerificationRuns(setup).measure());
    }
    if (setup.has("pages")) {
      say("pages");
      document.write(Document.PAGES, new PageRuns(setup).measure());
    }
  }

  private void run() throws Exception {
    say("start-up");
    for (String jdk : setup.jdkNames()) {
      startUp(jdk);
    }
    footprint();
    AwakeCores awake = new AwakeCores(setup);
    try {
      warm(new Jmh(setup, url));
    } finally {
      awake.close();
    }
    Page all = new Page();
    Machine.print(all, setup);
    targets.print(all, "Targets over plain HTTP");
    document.write(Document.RUN, all.toString() + page);
  }

  private void warm(Jmh jmh) throws Exception {
    say("warm calls");
    warmCalls(jmh.call(CALLERS, 1));
    say(MANY + " threads");
    manyThreads(jmh.call(MANY_CALLERS, MANY));
    say("decoding and encoding");
    codec(jmh);
    say("growth");
    growth(jmh);
  }

  private void startUp(String jdk) throws Exception {
    Rounds millis = new StartUp(setup, Address.plain(url)).measure(jdk);
    page.section("A fresh process, JDK " + jdk);
    StartUp.print(page, millis);
    List<Double> bars =
        millis.contenders().stream().map(each -> millis.ratio(each, "peer")).toList();
    chart(
        "first-response-" + jdk,
        "Time to the first response, JDK " + jdk,
        millis.contenders(),
        bars);
    targets.atMost("first response, JDK " + jdk + ", to peer", 0.45, millis.ratio("sdk", "peer"));
    targets.atMost(
        "the same with an archive",
        jdk.equals("17") ? 0.25 : 0.15,
        millis.ratio(StartUp.ARCHIVED, "peer"));
  }

  private void footprint() throws Exception {
    List<String> header = new ArrayList<>(List.of("contender", "jars", "size"));
    List<Map<String, Integer>> classes = new ArrayList<>();
    for (String jdk : setup.jdkNames()) {
      header.add("classes loaded, JDK " + jdk);
      classes.add(new StartUp(setup, Address.plain(url)).classes(jdk));
    }
    page.section("Footprint").header(header.toArray(String[]::new));
    for (String contender : StartUp.JAVA) {
      List<String> row = new ArrayList<>(List.of(Page.title(contender)));
      row.add(String.valueOf(Footprint.jars(contender)));
      row.add(Page.megabytes(Footprint.bytes(contender)));
      classes.forEach(counts -> row.add(String.valueOf(counts.get(contender))));
      page.row(row.toArray(String[]::new));
    }
    page.end();
    targets.atMost("own jars, MB", 2.5, Footprint.ownBytes() / 1e6);
    targets.atMost("runtime closure, MB", 6, Footprint.bytes("sdk") / 1e6);
  }

  private void warmCalls(Scores scores) throws Exception {
    Rounds time = scores.time();
    page.section("A warm call")
        .paragraph("One thread; ratios of the mean time to Clerk's Java SDK.")
        .header("contender", "time", "allocated a call");
    List<Double> bars = rows(scores, contender -> time.ratio(contender, "peer"));
    node(time.median("peer"));
    page.end();
    chart("warm-call", "Time of a warm call", time.contenders(), bars);
    targets.atMost("warm call, to peer", 0.33, time.ratio("sdk", "peer"));
    targets.atMost("warm call, to bare OkHttp", 1.6, time.ratio("sdk", "okhttp"));
    targets.atMost("allocated a call, KB", 26, scores.bytes().median("sdk") / 1000);
  }

  /** Prints a row for each contender, and returns the ratios. */
  private List<Double> rows(Scores scores, ToDoubleFunction<String> ratioOf) {
    List<Double> ratios = new ArrayList<>();
    for (String contender : scores.time().contenders()) {
      double ratio = ratioOf.applyAsDouble(contender);
      ratios.add(ratio);
      page.row(
          Page.title(contender),
          Page.number(ratio),
          Page.kilobytes(scores.bytes().median(contender)));
    }
    return ratios;
  }

  private void node(double peer) throws IOException, InterruptedException {
    Path node = setup.node();
    if (node != null) {
      List<String> lines =
          Child.lines(Address.plain(url).node(node.resolve("first.mjs"), "" + NODE_CALLS));
      double micros = Double.parseDouble(lines.get(lines.size() - 1));
      page.row(Page.title(StartUp.NODE), Page.number(micros / peer), "not measured");
    }
  }

  private void manyThreads(Scores scores) throws Exception {
    Rounds time = scores.time();
    page.section(MANY + " threads")
        .paragraph("Calls a second of threads that share a client; ratios to Clerk's Java SDK.")
        .header("contender", "calls a second", "allocated a call");
    // Half the time a call, twice the calls.
    List<Double> bars = rows(scores, contender -> time.ratio("peer", contender));
    page.end();
    chart("many-threads", "Calls a second, " + MANY + " threads", time.contenders(), bars);
    targets.atLeast(MANY + " threads, to peer", 3.6, time.ratio("peer", "sdk"));
    targets.atLeast(MANY + " threads, to bare OkHttp", 0.55, time.ratio("okhttp", "sdk"));
  }

  private void codec(Jmh jmh) throws Exception {
    page.section("Decoding and encoding a user")
        .paragraph(
            "Without the network; ratios of the operations a second to decoding the same user by Clerk's Java SDK. A"
                + " plain user has an e-mail address and nothing else. That SDK cannot encode a user whose e-mail address"
                + " has a verification: it throws a `ClassCastException`. Moshi's reader is what this SDK decodes with:"
                + " its row reads each name and value, and makes nothing of them.")
        .header("operation", "operations", "allocated");
    Scores full = decode(jmh, "full", "");
    encode(jmh, full);
    Scores plain = decode(jmh, "plain", ", plain user");
    page.end();
    targets.atLeast("decode, operations to peer", 3, full.time().ratio("peer", "sdk"));
    targets.atLeast("the same of a plain user", 1, plain.time().ratio("peer", "sdk"));
    targets.atMost("allocated a decode, KB", 13, full.bytes().median("sdk") / 1000);
    held();
  }

  private void held() throws Exception {
    page.paragraph("Memory held by one decoded user, apart from what all users share:")
        .header("contender", "user", "held");
    for (String line :
        Child.lines(setup.command(setup.mainJdk(), List.of(), ClassPaths.ALL, Held.class))) {
      String[] cells = line.split(" ", -1);
      if (cells[0].equals("held")) { // The library that counts prints warnings, too.
        double bytes = Double.parseDouble(cells[3]);
        page.row(Page.title(cells[1]), cells[2], Page.kilobytes(bytes));
        if (cells[1].equals("sdk") && cells[2].equals("full")) {
          targets.atMost("held for a full user, KB", 6, bytes / 1000);
        }
      }
    }
    page.end();
  }

  private Scores decode(Jmh jmh, String user, String suffix) throws Exception {
    Scores decode = jmh.codec("decode", user, CODECS);
    for (String contender : CODECS) {
      page.row(
          "decode, " + Page.title(contender) + suffix,
          Page.number(decode.time().ratio("peer", contender)),
          Page.kilobytes(decode.bytes().median(contender)));
    }
    return decode;
  }

  private void encode(Jmh jmh, Scores decode) throws Exception {
    Scores encode = jmh.codec("encode", "full", SDK);
    page.row(
        "encode, " + Page.title("sdk"),
        Page.number(decode.time().median("peer") / encode.time().median("sdk")),
        Page.kilobytes(encode.bytes().median("sdk")));
  }

  private void growth(Jmh jmh) throws Exception {
    page.section("Growth");
    GrowthRuns runs = new GrowthRuns(setup, url);
    runs.emails(page, jmh);
    runs.pages(page);
    runs.threads(page);
    runs.paging(page);
  }

  private void chart(String name, String title, List<String> contenders, List<Double> values)
      throws IOException {
    String words = title + ", to Clerk's Java SDK";
    document.chart(name + ".svg", BarChart.of(words, Page.titles(contenders), values));
    page.chart(words, name + ".svg");
  }

  private static void say(String phase) {
    System.err.println("measuring: " + phase);
  }

  private static Setup setup(String[] args) {
    Map<String, Path> jdks = new LinkedHashMap<>();
    Map<String, String> others = new LinkedHashMap<>();
    for (String arg : args) {
      String[] parts = arg.split("=", 2);
      String[] jdk = parts[1].split(":", 2);
      if (parts[0].equals("jdk")) {
        jdks.put(jdk[0], Path.of(jdk[1]));
      } else {
        others.put(parts[0], parts[1]);
      }
    }
    boolean quick = others.containsKey("quick");
    @Nullable String node = others.get("node");
    return new Setup(
        jdks,
        node == null ? null : Path.of(node),
        Path.of(others.getOrDefault("target", ".")),
        Path.of(others.getOrDefault("docs", ".")),
        quick ? 1 : 3,
        quick ? 2 : 13,
        others.get("part"));
  }
}
