package dev.clerkbapi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decoded objects without a schema, of which small ones are kept in an array. */
class SmallMapTest {
  private static Map<String, Object> decoded(String json) throws Exception {
    return Json.map(JsonReader.of(new Buffer().writeUtf8(json)));
  }

  private static Map<String, Object> expected(int members) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < members; i++) {
      map.put("key" + i, i % 3 == 0 ? null : (Object) (long) i);
    }
    return map;
  }

  private static String json(Map<String, Object> members) throws Exception {
    Buffer json = new Buffer();
    Json.write(JsonWriter.of(json), members);
    return json.readUtf8();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 5, 8, 9, 12, 13, 40})
  void membersOfEachNumber_areKeptInTheirOrder(int members) throws Exception {
    Map<String, Object> expected = expected(members);
    Map<String, Object> decoded = decoded(json(expected));

    assertThat(decoded).isEqualTo(expected).hasSameHashCodeAs(expected).hasSize(members);
    assertThat(expected).isEqualTo(decoded);
    assertThat(decoded.keySet()).containsExactlyElementsOf(expected.keySet());
    assertThat(decoded).hasToString(expected.toString());
    for (String key : expected.keySet()) {
      assertThat(decoded.containsKey(key)).isTrue();
      assertThat(decoded.get(key)).isEqualTo(expected.get(key));
    }
    assertThat(decoded.containsKey("other")).isFalse();
    assertThat(decoded.get("other")).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 12, 13})
  void anyChange_isRefused(int members) throws Exception {
    Map<String, Object> decoded = decoded(json(expected(members)));
    Map.Entry<String, Object> first = decoded.entrySet().iterator().next();

    for (Runnable change :
        new Runnable[] {
          decoded::clear,
          () -> decoded.put("key0", 1),
          () -> decoded.remove("key0"),
          () -> decoded.remove("other"),
          () -> first.setValue(1),
          () -> decoded.keySet().remove("key0"),
          () -> decoded.entrySet().removeIf(entry -> true)
        }) {
      assertThatThrownBy(change::run).isInstanceOf(UnsupportedOperationException.class);
    }
    assertThat(decoded).isEqualTo(expected(members));
  }

  @Test
  void nameThatComesTwice_hasTheLaterValueInTheFirstPlace() throws Exception {
    assertThat(decoded("{\"a\":1,\"b\":2,\"a\":3}")).hasToString("{a=3, b=2}");
  }

  @Test
  void nullKey_isNotThere() throws Exception {
    assertThat(decoded("{\"a\":null}").containsKey(null)).isFalse();
  }

  @Test
  void listInside_takesNullAndRefusesChanges() throws Exception {
    List<?> list = (List<?>) decoded("{\"a\":[1,null]}").get("a");
    assertThat(list.contains(null)).isTrue();
    assertThatThrownBy(() -> list.set(0, null)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> list.remove(0)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void map_canBeSerialized() throws Exception {
    Map<String, Object> decoded = decoded("{\"a\":{\"b\":[1,null,\"c\"]}}");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(decoded);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(decoded);
    }
  }
}
