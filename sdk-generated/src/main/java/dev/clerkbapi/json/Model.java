package dev.clerkbapi.json;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of BAPI. Models are immutable, down to their lists and maps, and therefore safe to
 * share between threads.
 *
 * <p>A member is a value, null, or absent; the difference is kept, so that a request can set a
 * member to null and a decoded answer is written as it was read. Members that this SDK does not
 * know are kept as {@link #additionalMembers()}.
 */
public abstract class Model {
  /**
   * Bit n: the member at index n was null, not absent. Two longs: no model of BAPI has more than
   * 128 members.
   */
  private final long nulls;

  private final long moreNulls;
  private final Map<String, @Nullable Object> additionalMembers;

  protected Model(Builder<?> builder) {
    this.nulls = builder.nulls;
    this.moreNulls = builder.moreNulls;
    this.additionalMembers = FreeForm.freeze(builder.additionalMembers);
    builder.ownsMembers = false; // They are this model's now, and do not change any more.
  }

  /** The names of the members in JSON; a member's index is its place here. */
  protected abstract String[] memberNames();

  /** The values in the order of the names; null for a member that is null or absent. */
  protected abstract @Nullable Object[] memberValues();

  /** Whether {@code toString} hides the member's value. */
  protected boolean isSecret(int index) {
    return false;
  }

  /** Whether the member is null, as opposed to absent. */
  protected final boolean isNull(int index) {
    return isSet(nulls, moreNulls, index);
  }

  /** The value of a member that BAPI promises, or a {@link MissingMemberException}. */
  protected final <T> T required(@Nullable T value, int index) {
    if (value == null) {
      throw new MissingMemberException(
          getClass().getSimpleName(), memberNames()[index], isNull(index));
    }
    return value;
  }

  /**
   * The members that this version of the SDK has no accessor for, as {@code String}, {@code Long},
   * {@code BigInteger}, {@code Double}, {@code Boolean}, list, map or null. Usually empty.
   */
  public final Map<String, @Nullable Object> additionalMembers() {
    return additionalMembers;
  }

  /**
   * This object as BAPI writes it, in one line: members in BAPI's own names, those that this SDK
   * does not know too, nulls as null, and nothing for what is absent. The generated {@code
   * fromJson} reads it back.
   *
   * <p>Unlike {@link #toString()}, it hides nothing: passwords, tokens and private metadata stand
   * there in clear. Take out what its reader must not see, for example with {@code
   * toBuilder().privateMetadata(null)}.
   *
   * @throws IllegalArgumentException if it nests more than 255 levels
   */
  public final String toJson() {
    return ModelAdapter.text(this);
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Model that
            && getClass() == that.getClass()
            && nulls == that.nulls
            && moreNulls == that.moreNulls
            && Arrays.equals(memberValues(), that.memberValues())
            && additionalMembers.equals(that.additionalMembers));
  }

  @Override
  public final int hashCode() {
    return 31 * Arrays.hashCode(memberValues()) + additionalMembers.hashCode();
  }

  /**
   * The members that are set, secrets and private metadata as {@code ***}; additional members by
   * name only.
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

  private static boolean isSet(long bits, long moreBits, int index) {
    return ((index < 64 ? bits : moreBits) & (1L << index)) != 0;
  }

  /**
   * What all builders of models share. Not thread-safe.
   *
   * <p>A setter copies what may change, and throws an {@code IllegalArgumentException} for what
   * JSON cannot hold: half of a surrogate pair, NaN, infinities, and in metadata all but strings,
   * the JDK's numbers, booleans, null, lists and maps of up to 200 levels. Its message says where
   * it stands, such as {@code public_metadata.team.members[3]}.
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
      this.moreNulls = from.moreNulls;
      this.additionalMembers = from.additionalMembers;
    }

    /**
     * Sets a member that this version of the SDK has no setter for.
     *
     * @param name the member's name in JSON, for example {@code new_feature_enabled}
     * @param value a string, number, boolean, null, or a list or map of these
     * @throws IllegalArgumentException if the value is, or holds, what JSON cannot, such as NaN or
     *     half of a surrogate pair, or nests more than 200 levels; the message says where
     */
    @SuppressWarnings("unchecked") // B is the builder itself
    public final B additionalMember(String name, @Nullable Object value) {
      Intake.check("the name of an additional member", Objects.requireNonNull(name, "name"));
      keep(name, new Intake(name).freeForm(value));
      return (B) this;
    }

    /** Reads a member that this version of the SDK does not know. */
    protected final void keepUnknown(JsonReader reader) throws IOException {
      keep(Json.name(reader), FreeForm.read(reader));
    }

    private void keep(String name, @Nullable Object value) {
      if (!ownsMembers) {
        additionalMembers = new LinkedHashMap<>(additionalMembers);
        ownsMembers = true;
      }
      additionalMembers.put(name, value);
    }

    /** The names of the members in JSON. */
    protected abstract String[] memberNames();

    /**
     * Notes for the member at {@code index} whether it is null now, and hands the value on, which
     * must not change any more.
     *
     * @throws IllegalArgumentException if JSON cannot hold the value, and names the member
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

    /** The value of a member that a request cannot go without. */
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
