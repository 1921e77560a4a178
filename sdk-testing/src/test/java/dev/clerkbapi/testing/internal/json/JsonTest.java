package dev.clerkbapi.testing.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        " [ 1 , -2.5 , 1e3 , true , false , null ] ",
        "{\"a\":{\"b\":[{\"c\":\"\"}]},\"d\":\"\\u00e9\\n\\t\\\"\\\\\\/\\b\\f\\r\"}",
        "\"\\ud83d\\ude00 é 漢\"",
        "9223372036854775807"
      })
  void document_isReadAndWrittenAsJacksonReadsIt(String text) throws IOException {
    ObjectMapper jackson = new ObjectMapper();
    String written = Json.write(Json.read(text));
    assertThat(jackson.readTree(written)).isEqualTo(jackson.readTree(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,]",
        "{\"a\"}",
        "{\"a\":1,}",
        "{a:1}",
        "01",
        "1.",
        "+1",
        "NaN",
        "tru",
        "'a'",
        "\"a",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\n\"",
        "1 2",
        "[1}"
      })
  void whatIsNotJson_isRefused(String text) {
    assertThatThrownBy(() -> Json.read(text)).isInstanceOf(JsonException.class);
  }

  @Test
  void deepNesting_isRefused_noStackOverflow() {
    assertThatThrownBy(() -> Json.read("[".repeat(100_000))).isInstanceOf(JsonException.class);
  }

  @Test
  void wholeNumbers_stayWhole() {
    assertThat(Json.read("20")).isEqualTo(20L);
    assertThat(Json.read("18446744073709551616")).isEqualTo(new BigInteger("18446744073709551616"));
    assertThat(Json.read("20.0")).isEqualTo(20.0);
  }

  @Test
  void values_areWrittenInOrder_nullsToo() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("z", null);
    members.put("a", Arrays.asList(1, 2.5, "x", null));
    assertThat(Json.write(members)).isEqualTo("{\"z\":null,\"a\":[1,2.5,\"x\",null]}");
    assertThatIllegalArgumentException().isThrownBy(() -> Json.write(Map.of("a", new Object())));
    assertThatIllegalArgumentException().isThrownBy(() -> Json.write(Double.NaN));
  }
}
