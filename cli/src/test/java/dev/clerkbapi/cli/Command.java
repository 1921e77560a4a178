package dev.clerkbapi.cli;

import dev.clerkbapi.testing.FakeBapi;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
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
  private String input = "";
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  static Command against(FakeBapi bapi) {
    Command command = new Command();
    command.environment.put("CLERK_SECRET_KEY", bapi.secretKey());
    command.environment.put("CLERK_API_URL", bapi.baseUrl());
    return command;
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
    out = new StringWriter();
    err = new StringWriter();
    Console console =
        new Console(
            environment,
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            false);
    return LockUsers.run(console, Stream.of(args).map(Object::toString).toArray(String[]::new));
  }

  /** As {@link #run}, but not at the slow rate of a test key. */
  int runQuickly(Object... args) {
    return run(Stream.concat(Stream.of(args), Stream.of(QUICK)).toArray());
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

  /** Returns the number beside a name in the summary; 0 if it is not there. */
  int count(String outcome) {
    Matcher line = Pattern.compile("(?m)^" + outcome + " +(\\d+)$").matcher(out());
    return line.find() ? Integer.parseInt(line.group(1)) : 0;
  }
}
