package dev.clerkbapi.samples;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.FakeUser;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Runs a sample against the real API or a fake, and turns failures into exit statuses.
 *
 * @param parameters the names of its arguments, such as {@code USER_ID}
 * @param defaults its arguments against the fake, where they may be left out
 * @param setUp what the fake holds before the sample begins
 */
record Sample(
    String name,
    List<String> parameters,
    List<String> defaults,
    BiConsumer<FakeBapi, List<String>> setUp) {
  private static final String KEY = "CLERK_SECRET_KEY";
  private static final String DEFAULT_USER = "user_123";

  /** What a sample does with a user. */
  interface Step {
    void run(ClerkClient clerk, String userId, Terminal terminal);
  }

  /** What a sample does with its arguments. */
  interface Program {
    void run(ClerkClient clerk, List<String> arguments, Terminal terminal);
  }

  /** A sample whose argument is a user, as the fake should know them. */
  static Sample ofUser(String name, BiConsumer<FakeBapi, String> setUp) {
    return new Sample(
        name,
        List.of("USER_ID"),
        List.of(DEFAULT_USER),
        (bapi, arguments) -> setUp.accept(bapi, arguments.get(0)));
  }

  /**
   * Returns the exit status: 0 done, 1 failed, 2 wrong usage. A failure prints one line to standard
   * error.
   */
  static int run(
      String name, String[] args, Map<String, String> environment, Terminal terminal, Step step) {
    boolean locked = name.equals("UnlockUser");
    return ofUser(name, (bapi, id) -> bapi.addUser(FakeUser.builder(id).locked(locked).build()))
        .run(args, environment, terminal, (clerk, ids, out) -> step.run(clerk, ids.get(0), out));
  }

  int run(String[] args, Map<String, String> environment, Terminal terminal, Program program) {
    boolean real = !environment.getOrDefault(KEY, "").isBlank();
    if (args.length != parameters.size() && (real || args.length > 0)) {
      terminal.fail(
          "usage: "
              + name
              + " "
              + String.join(" ", parameters)
              + (real ? " (talks to the real API, because " + KEY + " is set)" : ""));
      return 2;
    }
    List<String> arguments = args.length == 0 ? defaults : List.of(args);
    try {
      if (real) {
        try (ClerkClient clerk = ClerkClient.create(environment.getOrDefault(KEY, ""))) {
          program.run(clerk, arguments, terminal);
        }
      } else {
        againstFake(arguments, terminal, program);
      }
      return 0;
    } catch (ClerkException | IllegalArgumentException e) {
      terminal.fail(String.valueOf(e.getMessage()));
      return 1;
    }
  }

  private void againstFake(List<String> arguments, Terminal terminal, Program program) {
    try (FakeBapi bapi = FakeBapi.start();
        ClerkClient clerk =
            ClerkClient.builder().secretKey(bapi.secretKey()).baseUrl(bapi.baseUrl()).build()) {
      terminal.say(KEY + " is not set: talking to a fake of BAPI on this machine.");
      setUp.accept(bapi, arguments);
      program.run(clerk, arguments, terminal);
    }
  }
}
