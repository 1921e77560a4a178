package dev.clerkbapi.samples;

import dev.clerkbapi.ClerkClient;

/**
 * How do I let a locked user sign in again?
 *
 * <p>Takes the user's ID as its argument. Without {@code CLERK_SECRET_KEY} in the environment it
 * talks to a fake of BAPI on this machine, in which the user is locked, and the argument may be
 * left out.
 */
public final class UnlockUser {
  private UnlockUser() {}

  public static void main(String[] args) {
    System.exit(
        Sample.run("UnlockUser", args, System.getenv(), Terminal.ofSystem(), UnlockUser::unlock));
  }

  static void unlock(ClerkClient clerk, String userId, Terminal terminal) {
    terminal.print("Before", clerk.users().getUser(userId));
    terminal.print("After", clerk.users().unlockUser(userId));
  }
}
