package dev.clerkbapi.cli;

import dev.clerkbapi.testing.FakeBapi;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs the command in this JVM, and keeps what it wrote. */
final class Command {
  private static final String[] QUICK = {"--rate", "1000"};

  private final Map<String, String> environment = new HashMap<>();
  private Path folder = Path.of("no-such-folder");
  private boolean isTerminal;
  private String input = "";
  private final StringBuilder earlier = new StringBuilder();
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  static Command against(FakeBapi bapi) {
    Command command = new Command();
    command.environment.put("CLERK_SECRET_KEY", bapi.secretKey());
    command.environment.put("CLERK_API_URL", bapi.baseUrl());
    return command;
  }

  /** Sets the working folder, which gets the journal of a run that names none. */
  Command in(Path workingFolder) {
    folder = workingFolder;
    return this;
  }

  Command onTerminal() {
    isTerminal = true;
    return this;
  }

  Command key(String key) {
    environment.put("CLERK_SECRET_KEY", key);
    return this;
  }

  Command input(String text) {
    input = text;
    return this;
  }

  /** Returns the exit status. */
  int run(Object... args) {
    earlier.append(out).append(err);
    out = new StringWriter();
    err = new StringWriter();
    Console console =
        new Console(
            environment,
            folder,
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            isTerminal);
    return LockUsers.run(console, Stream.of(args).map(Object::toString).toArray(String[]::new));
  }

  /** As {@link #run}, but not at the slow rate of a test key. */
  int runQuickly(Object... args) {
    return run(Stream.concat(Stream.of(args), Stream.of(QUICK)).toArray());
  }

  /** Returns what all runs wrote. */
  String allOutput() {
    return earlier + out() + err();
  }

  List<String> outLines() {
    return out().lines().toList();
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }

  List<String> errLines() {
    return err().lines().toList();
  }

  /** Returns the number beside a name in the summary; 0 if the name is not there. */
  int count(String outcome) {
    Matcher line = Pattern.compile("(?m)^" + Pattern.quote(outcome) + " +(\\d+)$").matcher(out());
    return line.find() ? Integer.parseInt(line.group(1)) : 0;
  }
}
