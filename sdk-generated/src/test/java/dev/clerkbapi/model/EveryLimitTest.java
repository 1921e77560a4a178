package dev.clerkbapi.model;

import static dev.clerkbapi.model.RewrittenDescription.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each limit of each member of each request, and of each query parameter. */
class EveryLimitTest {
  private static final RewrittenDescription DESCRIPTION = new RewrittenDescription();

  /**
   * A limit of a setter.
   *
   * @param keyword such as {@code maximum}
   * @param value makes an argument of that number or length
   */
  record Limit(String type, String member, String keyword, long bound, LongFunction<?> value) {
    long beyond() {
      return keyword.startsWith("min") ? bound - 1 : bound + 1;
    }

    Throwable set(long number) throws Exception {
      Class<?> made = Class.forName("dev.clerkbapi.model." + type);
      Object builder = made.getMethod("builder").invoke(null);
      Method setter =
          Arrays.stream(builder.getClass().getMethods())
              .filter(it -> it.getName().equals(DESCRIPTION.javaName(type, member)))
              .filter(it -> it.getParameterCount() == 1 && !it.isBridge())
              .findFirst()
              .orElseThrow();
      try {
        setter.invoke(builder, value.apply(number));
        return null;
      } catch (InvocationTargetException e) {
        return e.getCause();
      }
    }

    @Override
    public String toString() {
      return type + "." + member + " " + keyword + " " + bound;
    }
  }

  static List<Limit> limits() {
    List<Limit> limits = new ArrayList<>();
    Stream.of("model", "params")
        .flatMap(kind -> DESCRIPTION.typesOfKind(kind).stream())
        .filter(EveryLimitTest::isSent)
        .forEach(
            type ->
                DESCRIPTION
                    .members(type)
                    .forEach((member, use) -> limits.addAll(limits(type, member, object(use)))));
    return limits;
  }

  private static boolean isSent(String type) {
    Map<String, Object> schema = DESCRIPTION.schema(type);
    return "params".equals(schema.get("x-kind")) || Boolean.TRUE.equals(schema.get("x-request"));
  }

  private static List<Limit> limits(String type, String member, Map<String, Object> use) {
    List<Limit> limits = new ArrayList<>();
    use.forEach(
        (keyword, bound) -> {
          LongFunction<?> value =
              switch (keyword) {
                case "minimum", "maximum" -> number -> number;
                case "minLength", "maxLength" -> EveryLimitTest::text;
                case "minItems", "maxItems" -> EveryLimitTest::items;
                default -> null;
              };
          if (value != null) {
            limits.add(new Limit(type, member, keyword, (Long) bound, value));
          }
        });
    if (use.get("items") instanceof Map<?, ?> items && items.containsKey("minLength")) {
      long bound = (Long) items.get("minLength");
      limits.add(new Limit(type, member, "minLength", bound, n -> List.of("a text", text(n))));
    }
    return limits;
  }

  /** Of characters that take two {@code char}s: BAPI counts characters. */
  private static String text(long length) {
    return "\ud83d\ude00".repeat((int) length);
  }

  private static List<String> items(long length) {
    return Collections.nCopies((int) length, "user_1");
  }

  @ParameterizedTest
  @MethodSource("limits")
  void valueAtTheLimit_isTaken(Limit limit) throws Exception {
    assertThat(limit.set(limit.bound())).isNull();
  }

  @ParameterizedTest
  @MethodSource("limits")
  void valueBeyondTheLimit_isRefusedWithTheNameAndTheNumber(Limit limit) throws Exception {
    assertThat(limit.set(limit.beyond()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(limit.member())
        .hasMessageContaining(" " + limit.bound())
        .hasMessageMatching(".*, (was|has) " + limit.beyond());
  }

  /** Or else the tests above could pass over all of them. */
  @Test
  void limits_areManyAndOfEachKind() {
    assertThat(limits()).hasSizeGreaterThan(150);
    assertThat(limits().stream().map(Limit::keyword))
        .contains("minimum", "maximum", "minItems", "maxItems", "minLength", "maxLength");
  }

  @Test
  void message_saysWhatIsPermitted() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GetUserListParams.builder().limit(501))
        .withMessage("limit must be between 1 and 500, was 501");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GetUserListParams.builder().offset(-1))
        .withMessage("offset must be at least 0, was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GetUserListParams.builder().userId(items(101)))
        .withMessage("user_id must have at most 100 values, has 101");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CreateMachineRequest.builder().name(""))
        .withMessage("name must have between 1 and 255 characters, has 0");
  }

  @Test
  void null_isNoMatterOfLimits() {
    assertThatCode(() -> UpdateApiKeyRequest.builder().description(null))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> UsersBanRequest.builder().userIds(null))
        .isInstanceOf(NullPointerException.class);
  }

  /** Limits may be raised; and what was stored by an older version must stay readable. */
  @Test
  void readRequest_mayBeBeyondItsLimits() {
    UsersBanRequest read = UsersBanRequest.fromJson("{\"user_ids\":[]}");

    assertThat(read.userIds()).isEmpty();
    assertThat(read.toBuilder().build()).isEqualTo(read);
  }

  @Test
  void responseModel_hasNoLimits() {
    assertThat(MachineWithoutScopedMachines.builder().name("").build().name()).isEmpty();
  }

  /** The way out, if BAPI takes more than it documents. */
  @Test
  void additionalParameter_isNotLimited() {
    assertThat(GetUserListParams.builder().additionalParameter("limit", "501").build())
        .containsEntry("limit", "501");
  }
}
