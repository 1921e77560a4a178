package dev.clerkbapi.internal.support;

import org.jspecify.annotations.Nullable;

/**
 * The keys of a client, or of a view that has others; at least one is there.
 *
 * @param secretKey of the instance
 * @param machineKey of a machine, for the operations that take it
 */
public record Credentials(@Nullable String secretKey, @Nullable String machineKey) {

  /**
   * Returns the key for an operation.
   *
   * @throws IllegalStateException if only a machine's key is there, and the operation takes none
   */
  public String keyFor(boolean takesMachineKey) {
    if (machineKey != null && takesMachineKey) {
      return machineKey;
    }
    if (secretKey == null) {
      throw new IllegalStateException(
          "This operation takes only the secret key of the instance, and this ClerkClient has only"
              + " that of a machine; set secretKey(..) too");
    }
    return secretKey;
  }

  /** Never shows a key. */
  @Override
  public String toString() {
    return "Credentials";
  }
}
