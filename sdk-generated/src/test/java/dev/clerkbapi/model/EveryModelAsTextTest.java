package dev.clerkbapi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import dev.clerkbapi.json.Json;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okio.Buffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code toJson} and {@code fromJson} of each model and union. */
class EveryModelAsTextTest {
  private static final RewrittenDescription DESCRIPTION = new RewrittenDescription();

  static Stream<String> models() {
    return DESCRIPTION.typesOfKind("model").stream();
  }

  static Stream<String> unions() {
    return DESCRIPTION.typesOfKind("union").stream();
  }

  static Stream<String> types() {
    return Stream.concat(models(), unions());
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyMember_comesBack(String type) throws Exception {
    Map<String, Object> sample = new LinkedHashMap<>(DESCRIPTION.sample(type));
    sample.put("not_known_yet", Map.of("deep", List.of(1L, "two", "\ud83d\ude00\n\u2028")));
    assertThat(members(roundTripped(type, text(sample)))).isEqualTo(sample);
  }

  @ParameterizedTest
  @MethodSource("models")
  void nullAndAbsent_staySo(String type) throws Exception {
    Map<String, Object> nulls = new LinkedHashMap<>();
    DESCRIPTION.members(type).keySet().forEach(name -> nulls.put(name, null));
    nulls.put("not_known_yet", null);
    assertThat(members(roundTripped(type, text(nulls)))).isEqualTo(nulls);
    assertThat(toJson(roundTripped(type, " { } "))).isEqualTo("{}");
  }

  @ParameterizedTest
  @MethodSource("unions")
  void everyVariant_comesBack(String type) throws Exception {
    Map<String, Object> schema = DESCRIPTION.schema(type);
    for (Object each : (List<?>) schema.get("x-variants")) {
      Map<String, Object> variant = RewrittenDescription.object(each);
      String ref = (String) variant.get("$ref");
      String name = ref.substring(ref.lastIndexOf('/') + 1);
      Map<String, Object> sample = new LinkedHashMap<>(DESCRIPTION.sample(name));
      sample.put((String) schema.get("x-tag"), variant.get("tag"));
      Object read = roundTripped(type, text(sample));
      assertThat(read.getClass().getSimpleName()).isEqualTo(name);
      assertThat(members(read)).isEqualTo(sample);
    }
  }

  @ParameterizedTest
  @MethodSource("unions")
  void unknownVariant_comesBack(String type) throws Exception {
    String json = "{\"object\":\"from_the_future\",\"secret\":\"s\",\"size\":null}";
    Object unknown = roundTripped(type, json);
    assertThat(unknown.getClass().getSimpleName()).isEqualTo("Unknown");
    assertThat(toJson(unknown)).isEqualTo(json);
  }

  /** JSON spells them as escapes, and the server that sent one must not fail the call. */
  @ParameterizedTest
  @MethodSource("models")
  void halvesOfSurrogatePairs_areReadAsReplacements(String type) throws Exception {
    Map<String, Object> sample = new LinkedHashMap<>(marked(DESCRIPTION.sample(type)));
    sample.put("new_~", List.of(Map.of("key_~", "~ ~")));
    String json = text(sample);
    assertThat(json).contains("~");
    Object read = roundTripped(type, json.replace("~", "\\ud83d"));
    assertThat(toJson(read)).isEqualTo(toJson(fromJson(type, json.replace("~", "\ufffd"))));
    assertThat(fromJson(type, json.replace("~", "\ud83d"))).isEqualTo(read);
  }

  @ParameterizedTest
  @MethodSource("types")
  void whatIsNoSuchObject_isRefusedWithoutIoException(String type) {
    for (String json : List.of("", "null", "5", "\"text\"", "[]", "{", "{\"a\":1}}", "{\"a\":}")) {
      assertThatThrownBy(() -> fromJson(type, json))
          .as(json)
          .hasCauseInstanceOf(IllegalArgumentException.class)
          .cause()
          .hasMessageContaining("at path $");
    }
  }

  /** The text of every string gets a mark, but for what says of which kind an object is. */
  private static Map<String, Object> marked(Map<?, ?> members) {
    Map<String, Object> marked = new LinkedHashMap<>();
    members.forEach(
        (name, value) -> marked.put((String) name, name.equals("object") ? value : mark(value)));
    return marked;
  }

  private static Object mark(Object value) {
    if (value instanceof Map<?, ?> map) {
      return marked(map);
    }
    if (value instanceof List<?> list) {
      List<Object> marked = new ArrayList<>();
      list.forEach(item -> marked.add(mark(item)));
      return marked;
    }
    boolean plainText = value instanceof String && !value.equals(RewrittenDescription.TIME);
    return plainText ? value + "~" : value;
  }

  private static Object roundTripped(String type, String json) throws Exception {
    Object read = fromJson(type, json);
    Object again = fromJson(type, toJson(read));
    assertThat(again).isEqualTo(read).hasSameClassAs(read);
    return again;
  }

  private static Object fromJson(String type, String json) throws Exception {
    Class<?> declaring = Class.forName("dev.clerkbapi.model." + type);
    Method method = declaring.getMethod("fromJson", String.class);
    assertThat(method.getReturnType()).isEqualTo(declaring);
    assertThat(Modifier.isStatic(method.getModifiers())).isTrue();
    return method.invoke(null, json);
  }

  private static String toJson(Object value) throws Exception {
    return (String) value.getClass().getMethod("toJson").invoke(value);
  }

  private static Map<String, Object> members(Object value) throws Exception {
    return Json.map(JsonReader.of(new Buffer().writeUtf8(toJson(value))));
  }

  private static String text(Map<String, Object> members) throws IOException {
    Buffer json = new Buffer();
    Json.write(JsonWriter.of(json), members);
    return json.readUtf8();
  }
}
