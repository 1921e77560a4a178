package dev.clerkbapi.json;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of a set of strings that BAPI may extend at any time. Values that this SDK does not know are
 * kept.
 *
 * <p>Immutable. Compare with {@code equals}, or switch over the generated {@code known()}.
 */
public abstract class OpenEnum {
  private final String value;

  protected OpenEnum(String value) {
    this.value = Objects.requireNonNull(value, "value");
  }

  /** The string as BAPI writes it, for example {@code past_due}. */
  public final String value() {
    return value;
  }

  /**
   * The known value that {@code value} spells; null for any other.
   *
   * @throws IllegalArgumentException if it could not be sent: half of a surrogate pair stands alone
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

  /** The {@link #value()}. */
  @Override
  public final String toString() {
    return value;
  }
}
