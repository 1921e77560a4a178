package dev.clerkbapi.samples;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.model.User;

/** The program of the README: locks one user. */
public final class FirstProgram {
  private FirstProgram() {}

  public static void main(String[] args) {
    try (ClerkClient clerk = ClerkClient.fromEnv()) { // reads CLERK_SECRET_KEY
      User user = clerk.users().lockUser("user_123");
      System.out.println(user.locked() + ", " + user.lockout());
    } catch (ClerkApiException.NotFound e) {
      System.err.println("no such user: " + e.getMessage());
    }
  }
}
