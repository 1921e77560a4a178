package dev.clerkbapi.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A model with more members than one long has bits: none of BAPI has so many today. */
class WideModelTest {
  private static final String[] NAMES =
      IntStream.range(0, 70).mapToObj(i -> "m" + i).toArray(String[]::new);

  @Test
  void nullOfEachMember_isToldFromAbsent() {
    for (int i = 0; i < NAMES.length; i++) {
      Wide wide = new Wide.Builder().set(i, null).build();
      assertThat(wide.toJson()).isEqualTo("{\"m" + i + "\":null}");
      assertThat(wide.toBuilder().build()).isEqualTo(wide);
      assertThat(wide).isNotEqualTo(new Wide.Builder().build());
      assertThat(wide.toBuilder().set(i, "a").build().toJson()).isEqualTo("{\"m" + i + "\":\"a\"}");
    }
  }

  @SuppressWarnings("serial") // nobody serializes it
  private static final class Wide extends Model {
    private final @Nullable String[] values;
    private final long moreNulls;

    Wide(Builder builder) {
      super(builder);
      this.values = builder.values.clone();
      this.moreNulls = moreNulls(builder);
    }

    Builder toBuilder() {
      return new Builder(this);
    }

    @Override
    protected long moreNulls() {
      return moreNulls;
    }

    @Override
    protected SerializedModel serialized() {
      throw new AssertionError("nobody serializes it");
    }

    @Override
    protected String[] memberNames() {
      return NAMES;
    }

    @Override
    protected @Nullable Object[] memberValues() {
      return values;
    }

    static final class Builder extends Model.Builder<Builder> {
      private final @Nullable String[] values;

      Builder() {
        values = new @Nullable String[NAMES.length];
      }

      Builder(Wide from) {
        super(from);
        values = from.values.clone();
      }

      Builder set(int index, @Nullable String value) {
        values[index] = noting(index, value);
        return this;
      }

      Wide build() {
        return new Wide(this);
      }

      @Override
      protected String[] memberNames() {
        return NAMES;
      }
    }
  }
}
