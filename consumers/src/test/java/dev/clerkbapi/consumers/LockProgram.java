package dev.clerkbapi.consumers;

import dev.clerkbapi.ClerkClient;

/** A consumer's program, which locks one user; run in a JVM with the consumer's class path. */
final class LockProgram {
  private LockProgram() {}

  public static void main(String[] args) {
    try (ClerkClient clerk = ClerkClient.builder().baseUrl(args[0]).secretKey(args[1]).build()) {
      System.out.println("locked: " + clerk.users().lockUser(args[2]).locked());
    } catch (IllegalStateException e) {
      System.out.println("refused: " + e.getMessage());
    }
  }
}
