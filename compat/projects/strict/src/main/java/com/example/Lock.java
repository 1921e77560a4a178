package com.example;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.model.User;

public final class Lock {
  public static void main(String[] args) {
    try (ClerkClient clerk = ClerkClient.fromEnv()) {
      User user = clerk.users().lockUser("user_123");
      System.out.println("locked: " + user.locked());
    }
  }
}
