package dev.clerkbapi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import dev.clerkbapi.json.Json;
import dev.clerkbapi.json.MissingMemberException;
import dev.clerkbapi.json.Model;
import dev.clerkbapi.json.OpenEnum;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okio.Buffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each model of the description, whatever it is. */
class EveryModelTest {
  private static final RewrittenDescription DESCRIPTION = new RewrittenDescription();
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private static final Moshi MOSHI = new Moshi.Builder().add(new BapiAdapters(CLOCK)).build();

  static Stream<String> models() {
    return DESCRIPTION.typesOfKind("model").stream();
  }

  static Stream<String> unions() {
    return DESCRIPTION.typesOfKind("union").stream();
  }

  static Stream<String> enums() {
    return DESCRIPTION.typesOfKind("enum").stream();
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyMemberSent_everyAccessorWorks(String type) throws Exception {
    Object model = decode(type, DESCRIPTION.sample(type));
    for (Method accessor : accessors(model.getClass())) {
      assertThat(accessor.invoke(model)).as(accessor.getName()).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void decodedAndEncoded_givesTheSameMembers(String type) throws Exception {
    Map<String, Object> sample = new LinkedHashMap<>(DESCRIPTION.sample(type));
    sample.put("not_known_yet", Map.of("deep", List.of(1L, "two")));
    assertThat(encode(type, decode(type, sample))).isEqualTo(sample);
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyMemberNull_isKeptApartFromAbsent(String type) throws Exception {
    Map<String, Object> nulls = new LinkedHashMap<>();
    DESCRIPTION.members(type).keySet().forEach(name -> nulls.put(name, null));
    assertThat(encode(type, decode(type, nulls))).isEqualTo(nulls);
    assertThat(encode(type, decode(type, Map.of()))).isEmpty();
    assertThat(decode(type, nulls)).isNotEqualTo(decode(type, Map.of()));
  }

  @ParameterizedTest
  @MethodSource("models")
  void nothingSent_onlyReadingAPromisedMemberThrowsAndNamesIt(String type) throws Exception {
    Object empty = decode(type, Map.of());
    List<String> missing = new ArrayList<>();
    for (Method accessor : accessors(empty.getClass())) {
      try {
        accessor.invoke(empty);
      } catch (InvocationTargetException e) {
        assertThat(e.getCause()).isInstanceOf(MissingMemberException.class);
        missing.add(((MissingMemberException) e.getCause()).member());
      }
    }
    assertThat(DESCRIPTION.required(type)).containsAll(missing);
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyMemberSent_isImmutableDownToListsAndMaps(String type) throws Exception {
    Object model = decode(type, DESCRIPTION.sample(type));
    for (Method accessor : accessors(model.getClass())) {
      assertImmutable(accessor.invoke(model));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyMemberSent_toStringShowsNoSecret(String type) throws Exception {
    assertThat(decode(type, DESCRIPTION.sample(type)).toString())
        .startsWith(type + "{")
        .doesNotContain(RewrittenDescription.SECRET);
  }

  @ParameterizedTest
  @MethodSource("models")
  void toBuilder_buildsAnEqualModel(String type) throws Exception {
    Object model = decode(type, DESCRIPTION.sample(type));
    Object builder = model.getClass().getMethod("toBuilder").invoke(model);
    Object built = builder.getClass().getMethod("build").invoke(builder);
    assertThat(built).isEqualTo(model).hasSameHashCodeAs(model).isNotSameAs(model);
  }

  @ParameterizedTest
  @MethodSource("models")
  void wrongJsonType_isNotTakenForTheModel(String type) {
    assertThatThrownBy(() -> adapter(type).fromJson("\"text\""))
        .isInstanceOf(com.squareup.moshi.JsonDataException.class);
  }

  static Stream<String> requests() {
    return models().filter(type -> Boolean.TRUE.equals(DESCRIPTION.schema(type).get("x-request")));
  }

  /** Lists too: a required one that is not set is missing, not empty. */
  @ParameterizedTest
  @MethodSource("requests")
  void requiredMemberNotSet_isRefusedByBuildAndNamed(String type) throws Exception {
    Object sample = decode(type, DESCRIPTION.sample(type));
    for (String missing : DESCRIPTION.promised(type)) {
      Object builder = sample.getClass().getMethod("builder").invoke(null);
      for (String name : DESCRIPTION.promised(type)) {
        if (!name.equals(missing) && !name.equals("object")) {
          set(builder, type, name, sample);
        }
      }
      if (!missing.equals("object")) {
        assertThatThrownBy(() -> builder.getClass().getMethod("build").invoke(builder))
            .cause()
            .isInstanceOf(IllegalStateException.class)
            .hasMessage(type + " needs " + missing + "; set it before build()");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("requests")
  void emptyListOnceSet_isSent(String type) throws Exception {
    Map<String, Object> sample = new LinkedHashMap<>(DESCRIPTION.sample(type));
    sample.replaceAll((name, value) -> value instanceof List ? List.of() : value);
    assertThat(encode(type, decode(type, sample))).isEqualTo(sample);
  }

  /** Also where a member is a {@code double}: JSON knows one kind of number, BAPI does not. */
  @ParameterizedTest
  @MethodSource("models")
  void wholeNumbers_areWrittenWithoutFractionOrExponent(String type) throws Exception {
    Map<String, Object> sample = new LinkedHashMap<>(DESCRIPTION.sample(type));
    sample.replaceAll((name, value) -> value instanceof Double ? 31_536_000.0 : value);
    Buffer json = new Buffer();
    adapter(type).toJson(com.squareup.moshi.JsonWriter.of(json), decode(type, sample));
    assertThat(json.readUtf8()).doesNotContainPattern("[0-9]\\.0|[0-9][eE]\\+?[0-9]");
  }

  /** BAPI has no time before 1973, so a number that would be one in milliseconds is in seconds. */
  @ParameterizedTest
  @MethodSource("models")
  void timeInSeconds_isTheSameTime(String type) throws Exception {
    Map<String, Object> millis = new LinkedHashMap<>(DESCRIPTION.sample(type));
    Map<String, Object> seconds = new LinkedHashMap<>(millis);
    millis.replaceAll((name, value) -> DESCRIPTION.isInstant(type, name) ? 1713880800000L : value);
    seconds.replaceAll((name, value) -> DESCRIPTION.isInstant(type, name) ? 1713880800L : value);
    assertThat(decode(type, seconds)).isEqualTo(decode(type, millis));
    assertThat(encode(type, decode(type, seconds))).isEqualTo(millis);
  }

  private static void set(Object builder, String type, String member, Object from)
      throws Exception {
    String name = DESCRIPTION.javaName(type, member);
    Object value = from.getClass().getMethod(name).invoke(from);
    for (Method setter : builder.getClass().getDeclaredMethods()) {
      if (setter.getName().equals(name) && setter.getParameterCount() == 1) {
        setter.invoke(builder, value);
        return;
      }
    }
    throw new AssertionError(type + " has no setter " + name);
  }

  @ParameterizedTest
  @MethodSource("unions")
  void unknownVariant_keepsItsMembers(String type) throws Exception {
    Map<String, Object> raw = Map.of("object", "from_the_future", "size", 3L);
    Object unknown = decode(type, raw);
    assertThat(unknown.getClass().getSimpleName()).isEqualTo("Unknown");
    assertThat(encode(type, unknown)).isEqualTo(raw);
    assertThat(decode(type, Map.of())).isInstanceOf(unknown.getClass());
  }

  @ParameterizedTest
  @MethodSource("enums")
  void unknownValue_isKept(String type) throws Exception {
    Method of = Class.forName("dev.clerkbapi.model." + type).getMethod("of", String.class);
    OpenEnum unknown = (OpenEnum) of.invoke(null, "from_the_future");
    assertThat(unknown.value()).isEqualTo("from_the_future");
    assertThat(unknown).isEqualTo(of.invoke(null, "from_the_future"));
    assertThat(unknown.getClass().getMethod("known").invoke(unknown)).hasToString("UNKNOWN");
    for (Object value : (List<?>) DESCRIPTION.schema(type).get("enum")) {
      OpenEnum known = (OpenEnum) of.invoke(null, value);
      assertThat(known).isSameAs(of.invoke(null, value));
      assertThat(known.getClass().getMethod("known").invoke(known).toString())
          .isNotEqualTo("UNKNOWN");
    }
  }

  private static void assertImmutable(Object value) {
    if (value instanceof List<?> list) {
      assertThatThrownBy(() -> list.remove(0)).isInstanceOf(UnsupportedOperationException.class);
      list.forEach(EveryModelTest::assertImmutable);
    } else if (value instanceof Map<?, ?> map) {
      assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
      map.values().forEach(EveryModelTest::assertImmutable);
    }
  }

  private static List<Method> accessors(Class<?> model) {
    List<Method> accessors = new ArrayList<>();
    for (Method method : model.getDeclaredMethods()) {
      boolean publicMember =
          Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers());
      if (publicMember && method.getParameterCount() == 0 && !method.isBridge()) {
        accessors.add(method);
      }
    }
    assertThat(accessors).isNotEmpty();
    return accessors;
  }

  private static Object decode(String type, Map<String, Object> members) throws Exception {
    Buffer json = new Buffer();
    Json.write(com.squareup.moshi.JsonWriter.of(json), members);
    return adapter(type).fromJson(json);
  }

  private static Map<String, Object> encode(String type, Object value) throws IOException {
    Buffer json = new Buffer();
    adapter(type).toJson(com.squareup.moshi.JsonWriter.of(json), value);
    return Json.map(JsonReader.of(json));
  }

  private static JsonAdapter<Object> adapter(String type) {
    try {
      Class<?> model = Class.forName("dev.clerkbapi.model." + type);
      assertThat(model.isInterface() || Model.class.isAssignableFrom(model)).isTrue();
      return MOSHI.adapter((java.lang.reflect.Type) model);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
