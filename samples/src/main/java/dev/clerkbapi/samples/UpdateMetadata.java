package dev.clerkbapi.samples;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.model.User;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How do I keep data of mine with a user?
 *
 * <p>Takes the user's ID as its argument. Without {@code CLERK_SECRET_KEY} in the environment it
 * talks to a fake of BAPI on this machine.
 */
public final class UpdateMetadata {
  static final Sample SAMPLE =
      Sample.ofUser("UpdateMetadata", (bapi, userId) -> bapi.addUser(userId));

  private UpdateMetadata() {}

  public static void main(String[] args) {
    System.exit(SAMPLE.run(args, System.getenv(), Terminal.ofSystem(), UpdateMetadata::update));
  }

  static void update(ClerkClient clerk, List<String> arguments, Terminal terminal) {
    String userId = arguments.get(0);
    merge(clerk, userId, Map.of("team", "blue", "desk", Map.of("floor", 2)));
    User both = merge(clerk, userId, Map.of("desk", Map.of("room", 217)));
    terminal.say("After two merges: " + both.publicMetadata());
    User one = merge(clerk, userId, Collections.singletonMap("desk", null)); // Removes the key.
    terminal.say("Without desk: " + one.publicMetadata());
  }

  /** Changes only what is named; {@code replaceUserMetadata} would lose all the rest. */
  private static User merge(
      ClerkClient clerk, String userId, Map<String, @Nullable Object> metadata) {
    return clerk.users().updateUserMetadata(userId, m -> m.publicMetadata(metadata));
  }
}
