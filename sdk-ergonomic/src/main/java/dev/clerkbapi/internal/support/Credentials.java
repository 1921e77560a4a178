package dev.clerkbapi.internal.support;

import java.util.Objects;
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

  /** By hand: for that of a record, the JDK makes some fifty classes when it is first used. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Credentials that
            && Objects.equals(secretKey, that.secretKey)
            && Objects.equals(machineKey, that.machineKey));
  }

  @Override
  public int hashCode() {
    return Objects.hash(secretKey, machineKey);
  }

  /** Never shows a key. */
  @Override
  public String toString() {
    return "Credentials";
  }
}
