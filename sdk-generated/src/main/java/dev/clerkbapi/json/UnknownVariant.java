package dev.clerkbapi.json;

import com.squareup.moshi.JsonDataException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of a type that this SDK does not know, with its raw members. Immutable. Serializable as
 * a {@link Model} is; a version of the SDK that knows the type reads it as that.
 */
@SuppressWarnings("serial") // its text is serialized, not its members
public abstract class UnknownVariant implements Serializable {
  private final Map<String, @Nullable Object> members;

  protected UnknownVariant(Map<String, @Nullable Object> members) {
    this.members = members;
  }

  /**
   * Returns the raw members by name. Values are {@code String}, {@code Long}, {@code BigInteger},
   * {@code Double}, {@code BigDecimal}, {@code Boolean}, null, or unmodifiable lists and maps of
   * these.
   */
  public final Map<String, @Nullable Object> members() {
    return members;
  }

  /** Returns this object as JSON on one line, with secrets in clear text. */
  public final String toJson() {
    return ModelAdapter.text(this);
  }

  /** Returns what is serialized in place of this object. */
  protected abstract SerializedModel serialized();

  /** Called by serialization. */
  protected final Object writeReplace() {
    return serialized();
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw SerializedModel.refusal();
  }

  private void readObjectNoData() throws InvalidObjectException {
    throw SerializedModel.refusal();
  }

  /** Returns the string with this name; null if there is none. */
  protected final @Nullable String text(String name) {
    return members.get(name) instanceof String text ? text : null;
  }

  /** Returns the members; refuses those without a string of this name. */
  protected static Map<String, @Nullable Object> requireText(
      Map<String, @Nullable Object> members, String name) {
    if (!(members.get(name) instanceof String)) {
      throw new JsonDataException("Expected a string as " + name + " of the object");
    }
    return members;
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

  /** Returns the names of the members, without their values, which may be secrets. */
  @Override
  public final String toString() {
    return "Unknown" + members.keySet();
  }
}
