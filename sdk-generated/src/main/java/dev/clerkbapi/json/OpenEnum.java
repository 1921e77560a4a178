package dev.clerkbapi.json;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An enum that BAPI may extend at any time: a value that this SDK does not know is kept as it is.
 *
 * <p>Immutable and serializable. Compare with {@code equals}, or switch over the generated {@code
 * known()}.
 */
public abstract class OpenEnum implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String value;

  protected OpenEnum(String value) {
    this.value = Objects.requireNonNull(value, "value");
  }

  /** Returns the string as BAPI writes it, for example {@code past_due}. */
  public final String value() {
    return value;
  }

  /**
   * Returns the known constant with this value; null if there is none.
   *
   * @throws IllegalArgumentException if the value cannot be sent, because it contains half of a
   *     surrogate pair
   */
  protected static <E extends OpenEnum> @Nullable E find(E[] known, String value) {
    for (E candidate : known) {
      if (candidate.value().equals(value)) {
        return candidate;
      }
    }
    Intake.check(known.getClass().getComponentType().getSimpleName(), value);
    return null;
  }

  @SuppressWarnings("RedundantNullCheck") // A stream can be forged.
  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    if (value == null) {
      throw new InvalidObjectException("an enum without its value");
    }
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof OpenEnum that
        && getClass() == that.getClass()
        && value.equals(that.value);
  }

  @Override
  public final int hashCode() {
    return value.hashCode();
  }

  /** Returns the {@link #value()}. */
  @Override
  public final String toString() {
    return value;
  }
}
