package dev.clerkbapi.json;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of BAPI. Deeply immutable, and therefore safe to share between threads.
 *
 * <p>A member can have a value, be null, or be absent. Models keep the difference: a request can
 * set a member to null, and a decoded response is written as it was read. Members that this SDK
 * does not know are kept in {@link #additionalMembers()}.
 *
 * <p>Serializable, for a cache or an HTTP session. What is written is {@link #toJson()}, secrets in
 * clear text, so that another version of this SDK can read it.
 */
@SuppressWarnings("serial") // its text is serialized, not its members
public abstract class Model implements Serializable {
  /** If bit n is set, the member at index n is null rather than absent. */
  private final long nulls;

  private final Map<String, @Nullable Object> additionalMembers;

  protected Model(Builder<?> builder) {
    this.nulls = builder.nulls;
    this.additionalMembers = FreeForm.freeze(builder.additionalMembers);
    builder.ownsMembers = false; // They belong to this model now, and must not change.
  }

  /**
   * Returns the names of the members in JSON; the position of a name is the index of its member.
   */
  protected abstract String[] memberNames();

  /** Returns the values in the order of the names; null for a member that is null or absent. */
  protected abstract @Nullable Object[] memberValues();

  /** Returns whether {@code toString} hides the member's value. */
  protected boolean isSecret(int index) {
    return false;
  }

  /**
   * Returns the bits of the members from index 64 on. Only a model that has so many keeps them; no
   * model of BAPI has more than 128.
   */
  protected long moreNulls() {
    return 0;
  }

  /** Returns the bits of what a builder builds. */
  protected static long moreNulls(Builder<?> builder) {
    return builder.moreNulls;
  }

  /** Returns whether the member is null, as opposed to absent. */
  protected final boolean isNull(int index) {
    return ((index < 64 ? nulls : moreNulls()) & (1L << index)) != 0;
  }

  /** Returns the value of a required member, or throws a {@link MissingMemberException}. */
  protected final <T> T required(@Nullable T value, int index) {
    if (value == null) {
      throw new MissingMemberException(
          getClass().getSimpleName(), memberNames()[index], isNull(index));
    }
    return value;
  }

  /**
   * Returns the members for which this version of the SDK has no accessor, by name; usually empty.
   * Values are {@code String}, {@code Long}, {@code BigInteger}, {@code Double}, {@code
   * BigDecimal}, {@code Boolean}, null, or unmodifiable lists and maps of these.
   */
  public final Map<String, @Nullable Object> additionalMembers() {
    return additionalMembers;
  }

  /**
   * Returns this object as JSON on one line, with BAPI's names. It includes members that this SDK
   * does not know and members that are null, but no absent ones. The generated {@code fromJson}
   * reads it back.
   *
   * <p>Unlike {@link #toString()}, it hides nothing: passwords, tokens and private metadata are in
   * clear text. Remove what its reader must not see, for example with {@code
   * toBuilder().privateMetadata(null)}.
   *
   * @throws IllegalArgumentException if it is nested more than 255 levels deep
   */
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

  @Override
  public final boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Model that
            && getClass() == that.getClass()
            && nulls == that.nulls
            && moreNulls() == that.moreNulls()
            && Arrays.equals(memberValues(), that.memberValues())
            && additionalMembers.equals(that.additionalMembers));
  }

  @Override
  public final int hashCode() {
    return 31 * Arrays.hashCode(memberValues()) + additionalMembers.hashCode();
  }

  /**
   * Returns the members that are set, with {@code ***} for secrets and private metadata, and only
   * the names of additional members.
   */
  @Override
  public final String toString() {
    StringBuilder text = new StringBuilder(getClass().getSimpleName()).append('{');
    String[] names = memberNames();
    @Nullable Object[] values = memberValues();
    String separator = "";
    for (int i = 0; i < names.length; i++) {
      if (values[i] != null || isNull(i)) {
        text.append(separator).append(names[i]).append('=');
        text.append(values[i] != null && isSecret(i) ? "***" : values[i]);
        separator = ", ";
      }
    }
    if (!additionalMembers.isEmpty()) {
      text.append(separator).append("additionalMembers=").append(additionalMembers.keySet());
    }
    return text.append('}').toString();
  }

  /**
   * The base class of all builders of models. Not thread-safe.
   *
   * <p>Setters copy mutable values. They throw an {@code IllegalArgumentException} for a value that
   * JSON cannot represent: half of a surrogate pair, NaN or an infinity; in metadata, anything but
   * strings, the JDK's numbers, booleans, null, and lists and maps nested up to 200 levels deep.
   * Its message contains the path of the value, such as {@code public_metadata.team.members[3]}.
   *
   * @param <B> the builder itself
   */
  public abstract static class Builder<B extends Builder<B>> {
    private long nulls;
    private long moreNulls;
    private Map<String, @Nullable Object> additionalMembers = Map.of();
    private boolean ownsMembers;

    protected Builder() {}

    protected Builder(Model from) {
      this.nulls = from.nulls;
      this.moreNulls = from.moreNulls();
      this.additionalMembers = from.additionalMembers;
    }

    /**
     * Sets a member for which this version of the SDK has no setter.
     *
     * @param name the member's name in JSON, for example {@code new_feature_enabled}
     * @param value a string, number, boolean, null, or a list or map of these
     * @throws IllegalArgumentException if JSON cannot represent the value or one inside it, such as
     *     NaN or half of a surrogate pair, or if it is nested more than 200 levels deep; the
     *     message contains the path
     */
    @SuppressWarnings("unchecked") // B is the builder itself
    public final B additionalMember(String name, @Nullable Object value) {
      Intake.check("the name of an additional member", Objects.requireNonNull(name, "name"));
      keep(name, new Intake(name).freeForm(value));
      return (B) this;
    }

    /** Reads a member that this version of the SDK does not know. */
    protected final void keepUnknown(JsonReader reader, Decoding decoding) throws IOException {
      keep(decoding.name(reader), decoding.any(reader));
    }

    private void keep(String name, @Nullable Object value) {
      if (!ownsMembers) {
        additionalMembers = new LinkedHashMap<>(additionalMembers);
        ownsMembers = true;
      }
      additionalMembers.put(name, value);
    }

    /** Returns the names of the members in JSON. */
    protected abstract String[] memberNames();

    /**
     * Records whether the member at {@code index} is null now, and returns the value, which must be
     * immutable.
     *
     * @throws IllegalArgumentException if JSON cannot represent the value; the message names the
     *     member
     */
    protected final <T> @Nullable T noting(int index, @Nullable T value) {
      Intake.check(memberNames()[index], value);
      long bit = 1L << index;
      long cleared = (index < 64 ? nulls : moreNulls) & ~bit;
      long noted = value == null ? cleared | bit : cleared;
      if (index < 64) {
        nulls = noted;
      } else {
        moreNulls = noted;
      }
      return value;
    }

    /**
     * The same for a point in time; returns its number, of {@link Times}.
     *
     * @throws IllegalArgumentException if it is too far off; the message names the member
     */
    protected final long notingTime(int index, @Nullable Instant time) {
      long number = time == null ? 0 : Times.of(memberNames()[index], time);
      noting(index, time);
      return number;
    }

    /** Throws an {@code IllegalStateException} if a required member of a request is not set. */
    protected final void require(@Nullable Object value, String member) {
      if (value == null) {
        throw new IllegalStateException(
            getClass().getEnclosingClass().getSimpleName()
                + " needs "
                + member
                + "; set it before build()");
      }
    }
  }
}
