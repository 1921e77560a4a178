package dev.clerkbapi.samples;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.model.User;

/**
 * How do I keep a user from signing in?
 *
 * <p>Takes the user's ID as its argument. Without {@code CLERK_SECRET_KEY} in the environment it
 * uses a fake of BAPI on this machine, and the argument is optional.
 */
public final class LockUser {
  private LockUser() {}

  public static void main(String[] args) {
    System.exit(Sample.run("LockUser", args, System.getenv(), Terminal.ofSystem(), LockUser::lock));
  }

  static void lock(ClerkClient clerk, String userId, Terminal terminal) {
    terminal.print("Before", clerk.users().getUser(userId));
    User locked = clerk.users().lockUser(userId);
    terminal.print("After", locked);
    terminal.say("");
    terminal.say("To let the user sign in again, run the sample UnlockUser with " + userId + ".");
  }
}
