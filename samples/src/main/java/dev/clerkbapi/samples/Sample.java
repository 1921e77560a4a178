package dev.clerkbapi.samples;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.FakeUser;
import java.util.Map;

/** Runs a sample against the real API or a fake, and turns failures into exit statuses. */
final class Sample {
  private static final String KEY = "CLERK_SECRET_KEY";
  private static final String DEFAULT_USER = "user_123";

  private Sample() {}

  /** What a sample does with a user. */
  interface Step {
    void run(ClerkClient clerk, String userId, Terminal terminal);
  }

  /**
   * Returns the exit status: 0 done, 1 failed, 2 wrong usage. A failure prints one line to standard
   * error.
   */
  static int run(
      String name, String[] args, Map<String, String> environment, Terminal terminal, Step step) {
    boolean real = !environment.getOrDefault(KEY, "").isBlank();
    if (args.length > 1 || (real && args.length == 0)) {
      terminal.fail(
          "usage: "
              + name
              + " USER_ID"
              + (real ? " (talks to the real API, because " + KEY + " is set)" : ""));
      return 2;
    }
    String userId = args.length == 1 ? args[0] : DEFAULT_USER;
    try {
      if (real) {
        try (ClerkClient clerk = ClerkClient.create(environment.getOrDefault(KEY, ""))) {
          step.run(clerk, userId, terminal);
        }
      } else {
        againstFake(name, userId, terminal, step);
      }
      return 0;
    } catch (ClerkException | IllegalArgumentException e) {
      terminal.fail(String.valueOf(e.getMessage()));
      return 1;
    }
  }

  private static void againstFake(String name, String userId, Terminal terminal, Step step) {
    try (FakeBapi bapi = FakeBapi.start();
        ClerkClient clerk =
            ClerkClient.builder().secretKey(bapi.secretKey()).baseUrl(bapi.baseUrl()).build()) {
      terminal.say(KEY + " is not set: talking to a fake of BAPI on this machine.");
      bapi.addUser(FakeUser.builder(userId).locked(name.equals("UnlockUser")).build());
      step.run(clerk, userId, terminal);
    }
  }
}
