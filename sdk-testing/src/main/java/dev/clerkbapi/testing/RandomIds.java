package dev.clerkbapi.testing;

import java.util.UUID;

/** IDs and secrets that no other has. */
final class RandomIds {
  private RandomIds() {}

  /** Returns 32 hexadecimal digits. */
  static String hex() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
