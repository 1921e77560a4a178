package dev.clerkbapi.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of a kind that this SDK does not know, with its members as they came. Immutable. */
public abstract class UnknownVariant {
  private final Map<String, @Nullable Object> members;

  protected UnknownVariant(Map<String, @Nullable Object> members) {
    this.members = members;
  }

  /**
   * The raw members: {@code String}, {@code Long}, {@code BigInteger}, {@code Double}, {@code
   * Boolean}, lists and maps of these, and null.
   */
  public final Map<String, @Nullable Object> members() {
    return members;
  }

  /** This object as it came, in one line, with its secrets in clear. */
  public final String toJson() {
    return ModelAdapter.text(this);
  }

  /** The string at {@code name}; null where there is none. */
  protected final @Nullable String text(String name) {
    return members.get(name) instanceof String text ? text : null;
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof UnknownVariant that
        && getClass() == that.getClass()
        && members.equals(that.members);
  }

  @Override
  public final int hashCode() {
    return members.hashCode();
  }

  /** The names of the members; not their values, which may be secrets. */
  @Override
  public final String toString() {
    return "Unknown" + members.keySet();
  }
}
