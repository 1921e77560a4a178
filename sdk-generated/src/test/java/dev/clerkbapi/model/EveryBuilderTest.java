package dev.clerkbapi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clerkbapi.json.OpenEnum;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each setter of each model and each query refuses, because it could not be sent as it is. */
class EveryBuilderTest {
  private static final RewrittenDescription DESCRIPTION = new RewrittenDescription();

  /** An emoji cut in two: UTF-8 has no bytes for what is left, and writers make {@code ?} of it. */
  private static final String CUT = "Ada \ud83d";

  /** By the type of the argument: values that cannot be sent, each with where it is in them. */
  private static final Map<String, Map<Object, String>> UNSENDABLE =
      Map.of(
          "java.lang.String", Map.of(CUT, ""),
          "double", Map.of(Double.NaN, "", Double.NEGATIVE_INFINITY, ""),
          "java.lang.Double", Map.of(Double.POSITIVE_INFINITY, ""),
          "java.lang.Object", Map.of(List.of("a", CUT), "[1]", new Object(), ""),
          "java.util.List<java.lang.String>", Map.of(List.of("a", CUT), "[1]"),
          "java.util.Map<java.lang.String, java.lang.String>",
              Map.of(Map.of("a", CUT), ".a", Map.of(CUT, "a"), ""),
          "java.util.Map<java.lang.String, java.lang.Object>",
              Map.of(Map.of("a", List.of("b", CUT)), ".a[1]", Map.of(CUT, 1), ""));

  static Stream<String> builders() {
    return Stream.of("model", "params").flatMap(kind -> DESCRIPTION.typesOfKind(kind).stream());
  }

  static Stream<String> enums() {
    return DESCRIPTION.typesOfKind("enum").stream();
  }

  @ParameterizedTest
  @MethodSource("builders")
  void unsendableValue_isRefusedWithTheNameOfItsMember(String type) throws Exception {
    for (Method setter : setters(type)) {
      Type argument = setter.getGenericParameterTypes()[0];
      Map<Object, String> values = UNSENDABLE.getOrDefault(argument.getTypeName(), Map.of());
      for (Map.Entry<Object, String> value : values.entrySet()) {
        Throwable refusal = refusal(setter, builder(type), value.getKey());
        assertThat(refusal).as(setter.toString()).isInstanceOf(IllegalArgumentException.class);
        String path = refusal.getMessage().substring(0, refusal.getMessage().indexOf(": "));
        assertThat(path).as(setter.toString()).endsWith(value.getValue());
        String member = path.substring(0, path.length() - value.getValue().length());
        assertThat(DESCRIPTION.members(type)).as(setter.toString()).containsKey(member);
      }
    }
  }

  /** Or else the test above would pass over what it does not know. */
  @Test
  void kindsOfArguments_areAllKnown() throws Exception {
    TreeSet<String> unknown = new TreeSet<>();
    TreeSet<String> met = new TreeSet<>();
    for (String type : builders().toList()) {
      for (Method setter : setters(type)) {
        String argument = setter.getGenericParameterTypes()[0].getTypeName();
        met.add(argument);
        boolean holdsNoText =
            argument.matches(
                "(java\\.util\\.(List<|Map<java\\.lang\\.String, ))?"
                    + "(dev\\.clerkbapi\\.model\\.\\w+|java\\.time\\.Instant"
                    + "|java\\.lang\\.(Long|Integer|Boolean)|long|int|boolean)>?");
        if (!UNSENDABLE.containsKey(argument) && !holdsNoText) {
          unknown.add(argument);
        }
      }
    }
    assertThat(unknown).isEmpty();
    assertThat(met).contains("java.lang.String", "java.util.List<java.lang.String>");
  }

  @ParameterizedTest
  @MethodSource("builders")
  void wholePair_isTaken(String type) throws Exception {
    for (Method setter : setters(type)) {
      if (setter.getParameterTypes()[0] == String.class) {
        assertThat(refusal(setter, builder(type), CUT + "\ude00")).isNull();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("enums")
  void cutValueOfAnEnum_isRefused(String type) throws Exception {
    Method of = Class.forName("dev.clerkbapi.model." + type).getMethod("of", String.class);
    assertThatThrownBy(() -> of.invoke(null, CUT))
        .hasCauseInstanceOf(IllegalArgumentException.class)
        .cause()
        .hasMessageStartingWith(type + ": ");
    assertThat((OpenEnum) of.invoke(null, CUT + "\ude00")).hasToString(CUT + "\ude00");
  }

  @Test
  void parameterThatTheSdkDoesNotKnow_isRefusedLikewise() {
    GetUserListParams.Builder builder = GetUserListParams.builder();
    assertThatThrownBy(() -> builder.additionalParameter("new_filter", "a", CUT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("new_filter[1]: ");
    assertThatThrownBy(() -> builder.additionalParameter(CUT, "a"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(builder.build()).isEmpty();
  }

  private static Object builder(String type) throws Exception {
    return Class.forName("dev.clerkbapi.model." + type).getMethod("builder").invoke(null);
  }

  private static List<Method> setters(String type) throws Exception {
    Class<?> builder = Class.forName("dev.clerkbapi.model." + type + "$Builder");
    List<Method> setters = new ArrayList<>();
    for (Method method : builder.getMethods()) {
      boolean own = method.getDeclaringClass() == builder && !method.isBridge();
      if (own && method.getParameterCount() == 1 && method.getReturnType() == builder) {
        setters.add(method);
      }
    }
    return setters;
  }

  private static Throwable refusal(Method setter, Object builder, Object value) {
    Throwable thrown = catchThrowable(() -> setter.invoke(builder, value));
    return thrown instanceof InvocationTargetException ? thrown.getCause() : thrown;
  }
}
