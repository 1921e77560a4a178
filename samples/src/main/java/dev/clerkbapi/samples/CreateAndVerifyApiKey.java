package dev.clerkbapi.samples;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.model.ApiKey;
import dev.clerkbapi.model.ApiKeyWithSecret;
import java.util.List;

/**
 * How do I give a user's program a key to my own API, and check it when a request arrives?
 *
 * <p>Takes the user's ID as its argument. Without {@code CLERK_SECRET_KEY} in the environment it
 * talks to a fake of BAPI on this machine.
 */
public final class CreateAndVerifyApiKey {
  static final Sample SAMPLE =
      new Sample(
          "CreateAndVerifyApiKey",
          List.of("USER_ID"),
          List.of("user_2abcdefghijklmnopqrstuvwxyz"), // BAPI takes only IDs of this length here.
          (bapi, arguments) -> bapi.addUser(arguments.get(0)));

  private CreateAndVerifyApiKey() {}

  public static void main(String[] args) {
    System.exit(
        SAMPLE.run(
            args, System.getenv(), Terminal.ofSystem(), CreateAndVerifyApiKey::createAndVerify));
  }

  static void createAndVerify(ClerkClient clerk, List<String> arguments, Terminal terminal) {
    ApiKeyWithSecret key =
        clerk
            .apiKeys()
            .create(k -> k.name("sample").subject(arguments.get(0)).scopes(List.of("read")));
    terminal.say("Created " + key.id() + "; show its secret to its holder once, and log it never.");
    terminal.say("May read: " + mayRead(clerk, key.secret()));
    clerk.apiKeys().revoke(key.id(), r -> r.revocationReason("end of the sample"));
    terminal.say("May read after it was revoked: " + mayRead(clerk, key.secret()));
  }

  /** What your own API does: a verification that succeeds does not say what the key may do. */
  private static boolean mayRead(ClerkClient clerk, String secret) {
    try {
      ApiKey key = clerk.apiKeys().verify(v -> v.secret(secret));
      return !key.revoked() && !key.expired() && key.scopes().contains("read");
    } catch (ClerkApiException.NotFound e) {
      return false; // No such key.
    }
  }
}
