package dev.clerkbapi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clerkbapi.auth.internal.MalformedException;
import dev.clerkbapi.auth.internal.StrictJson;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON as RFC 8259 has it, and nothing else. */
class StrictJsonTest {
  @Test
  void everyKindOfValue_isRead() throws Exception {
    Object value =
        StrictJson.parse(
            " {\"a\":[1,-2.5,true,false,null,\"x\"],\"b\":{},\"c\":[],\"\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"} ");
    assertThat(value)
        .isEqualTo(
            Map.of(
                "a", Arrays.asList(1L, -2.5, true, false, null, "x"),
                "b", Map.of(),
                "c", List.of(),
                "", "\"\\/\b\f\n\r\té"));
  }

  @Test
  void numbers_loseNothing() throws Exception {
    assertThat(StrictJson.parse("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
    assertThat(StrictJson.parse("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
    assertThat(StrictJson.parse("9223372036854775808"))
        .isEqualTo(new BigInteger("9223372036854775808"));
    assertThat(StrictJson.parse("1e2")).isEqualTo(100.0);
    assertThat(StrictJson.parse("1e400")).isEqualTo(new BigDecimal("1e400"));
    assertThat(StrictJson.parse("0.1000000000000000000000001"))
        .isEqualTo(new BigDecimal("0.1000000000000000000000001"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "[1",
        "[1,]",
        "[,1]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "'a'",
        "\"a",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\t\"",
        "\"\u0000\"",
        "01",
        "-",
        "+1",
        ".5",
        "1.",
        "1e",
        "1e+",
        "0x1",
        "NaN",
        "Infinity",
        "-Infinity",
        "nul",
        "TRUE",
        "tru",
        "1 2",
        "[1] x",
        "//x\n1",
        "/**/1",
        "#\n1",
        "\uFEFF",
        "{\"a\":1;\"b\":2}",
        "{\"a\"=1}",
        "1e99999999999"
      })
  void anythingElse_isRefused(String text) {
    assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> StrictJson.parse(text));
  }

  @Test
  void memberThatComesTwice_isRefused() {
    for (String text :
        List.of("{\"a\":1,\"a\":1}", "[{\"a\":null,\"a\":2}]", "{\"a\":1,\"\\u0061\":2}")) {
      assertThatExceptionOfType(MalformedException.class)
          .isThrownBy(() -> StrictJson.parse(text))
          .withMessageContaining("twice");
    }
  }

  @Test
  void nestingAndDigits_areBounded() throws Exception {
    assertThat(StrictJson.parse("[".repeat(100) + "]".repeat(100))).isNotNull();
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> StrictJson.parse("[".repeat(101) + "]".repeat(101)));
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> StrictJson.parse("[".repeat(1_000_000)));
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> StrictJson.parse("1".repeat(1001)));
  }

  @Test
  void halfASurrogatePair_isMended() throws Exception {
    assertThat(StrictJson.parse("\"a\\ud83d\"")).isEqualTo("a\uFFFD");
    assertThat(StrictJson.parse("\"\\udc00b\"")).isEqualTo("\uFFFDb");
    assertThat(StrictJson.parse("\"\\ud83d\\ude00\"")).isEqualTo("\uD83D\uDE00");
  }
}
