package dev.clerkbapi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a builder takes as JSON without a schema. */
class MetadataTest {
  private static final BigInteger HUGE = new BigInteger("123456789012345678901234567890");
  private static final BigDecimal EXACT = new BigDecimal("0.12345678901234567890");

  /** What a builder keeps of the value that it is given. */
  private static Object kept(Object value) {
    return User.builder().publicMetadata(Map.of("a", value)).build().publicMetadata().get("a");
  }

  @Nested
  class Numbers {
    static Stream<Arguments> immutable() {
      return Stream.of(
          Arguments.of((byte) 1, 1L),
          Arguments.of((short) 2, 2L),
          Arguments.of(3, 3L),
          Arguments.of(4L, 4L),
          Arguments.of(1.5f, 1.5),
          Arguments.of(2.5, 2.5),
          Arguments.of(BigInteger.TEN, 10L),
          Arguments.of(HUGE, HUGE),
          Arguments.of(EXACT, EXACT));
    }

    @ParameterizedTest
    @MethodSource
    void immutable(Number given, Object expected) {
      assertThat(kept(given)).isEqualTo(expected);
    }

    @Test
    void mutable_countsAsItStood() {
      AtomicInteger integer = new AtomicInteger(1);
      AtomicLong whole = new AtomicLong(2);
      LongAdder adder = new LongAdder();
      LongAccumulator most = new LongAccumulator(Math::max, 3);
      DoubleAdder fractions = new DoubleAdder();
      DoubleAccumulator least = new DoubleAccumulator(Math::min, 4.5);
      User user =
          User.builder()
              .publicMetadata(Map.of("a", List.of(integer, whole, adder, most, fractions, least)))
              .build();
      int hash = user.hashCode();
      integer.set(9);
      whole.set(9);
      adder.add(9);
      most.accumulate(9);
      fractions.add(9);
      least.accumulate(-9);

      assertThat(user.publicMetadata()).containsEntry("a", List.of(1L, 2L, 0L, 3L, 0.0, 4.5));
      assertThat(user).hasSameHashCodeAs(hash);
    }

    @SuppressWarnings("serial") // Nobody stores them.
    static Stream<Number> refused() {
      return Stream.of(
          new Fraction(),
          new BigInteger("7") {},
          new BigDecimal("7") {},
          Double.NaN,
          Float.NEGATIVE_INFINITY,
          new DoubleAccumulator(Math::max, Double.POSITIVE_INFINITY));
    }

    @ParameterizedTest
    @MethodSource
    void refused(Number given) {
      assertThatThrownBy(() -> kept(given))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("public_metadata.a: ");
    }
  }

  @Nested
  class Paths {
    private void refused(Map<?, ?> metadata, String path) {
      @SuppressWarnings("unchecked")
      Map<String, Object> given = (Map<String, Object>) metadata;
      assertThatThrownBy(() -> CreateUserRequest.builder().publicMetadata(given))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("public_metadata" + path + ": ");
      assertThatThrownBy(() -> User.builder().additionalMember("new", metadata))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("new" + path + ": ");
    }

    @Test
    void unsupportedValue_isNamedByKeysAndIndexes() {
      List<Object> members = Arrays.asList("a", null, 3, 'b');
      refused(Map.of("team", Map.of("members", members)), ".team.members[3]");
      refused(
          Map.of("list", List.of(List.of(), List.of(Map.of("when", Instant.EPOCH)))),
          ".list[1][0].when");
    }

    /** A path of files goes through itself, for ever. */
    @Test
    void whatOnlyIterates_isNoList() {
      refused(Map.of("file", Path.of("a")), ".file");
      refused(Map.of("array", new String[0]), ".array");
    }

    @Test
    void halfASurrogatePair_isRefusedWhereverItStands() {
      refused(Map.of("a", "\ud83d"), ".a");
      refused(Map.of("a", "\ud83d b"), ".a");
      refused(Map.of("a", "b\ude00"), ".a");
      refused(Map.of("a", "\ude00\ud83d"), ".a");
      refused(Map.of("a", "\ud83d\ud83d\ude00"), ".a");
      refused(Map.of("a", Map.of("\ud83d", 1)), ".a");
      assertThat(kept("\ud83d\ude00")).isEqualTo("\ud83d\ude00");
    }

    @Test
    void keyThatIsNoString_isRefusedWithTheMapThatHasIt() {
      refused(Map.of("a", Map.of(1, "b")), ".a");
      Map<Object, Object> nullKey = new HashMap<>();
      nullKey.put(null, 1);
      refused(Map.of("a", List.of(nullKey)), ".a[0]");
    }

    @Test
    void valueAfterNestedOnes_hasAPathOfItsOwn() {
      refused(Map.of("list", Arrays.asList(Map.of("a", List.of(1)), 2, new Object())), ".list[2]");
    }

    @Test
    void nameOfAnAdditionalMember_isCheckedToo() {
      assertThatThrownBy(() -> User.builder().additionalMember("\ud83d", 1))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class Depth {
    private static Object nested(int levels) {
      Object value = 1;
      for (int i = 0; i < levels; i++) {
        value = i % 2 == 0 ? List.of(value) : Map.of("k", value);
      }
      return value;
    }

    @Test
    void twoHundredLevels_areTakenAndWritten() throws Exception {
      User user = User.builder().additionalMember("deep", nested(200)).build();
      assertThat(User.fromJson(user.toJson())).isEqualTo(user);
    }

    @Test
    void deeperOnes_areRefused() {
      assertThatThrownBy(() -> User.builder().additionalMember("deep", nested(201)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("deep[0].k[0].k");
    }

    @Test
    void whatHoldsItself_isRefused() {
      Map<String, Object> map = new HashMap<>();
      List<Object> list = new ArrayList<>();
      map.put("list", list);
      list.add(map);
      assertThatThrownBy(() -> User.builder().publicMetadata(map))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("public_metadata.list[0].list[0]")
          .hasMessageContaining("200")
          .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
    }

    /** The same value twice is no circle. */
    @Test
    void whatIsHeldTwice_isTaken() {
      List<Integer> shared = List.of(1);
      assertThat(kept(List.of(shared, shared))).isEqualTo(List.of(List.of(1L), List.of(1L)));
    }
  }

  /** A number of somebody else's, which would be written as it prints. */
  private static final class Fraction extends Number {
    private static final long serialVersionUID = 1L;

    @Override
    public int intValue() {
      return 0;
    }

    @Override
    public long longValue() {
      return 0;
    }

    @Override
    public float floatValue() {
      return 0.5f;
    }

    @Override
    public double doubleValue() {
      return 0.5;
    }

    @Override
    public String toString() {
      return "1/2";
    }
  }
}
