package dev.clerkbapi.openapi.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What we write says the same to a reader of YAML 1.1 and to one of YAML 1.2. */
class PortableYamlTest {
  /** Texts that some version of YAML takes for something else unless they are quoted. */
  static final List<String> LOOK_LIKE_SOMETHING_ELSE =
      List.of(
          "y",
          "Y",
          "yes",
          "Yes",
          "YES",
          "n",
          "N",
          "no",
          "No",
          "NO",
          "on",
          "On",
          "ON",
          "off",
          "Off",
          "OFF",
          "true",
          "True",
          "TRUE",
          "false",
          "False",
          "FALSE",
          "~",
          "null",
          "Null",
          "NULL",
          "",
          "=",
          "<<",
          "0",
          "-0",
          "+1",
          "12",
          "1_000",
          "007",
          "0o7",
          "0x1F",
          "0b1010",
          "-0x1f",
          "12:30",
          "190:20:30",
          "190:20:30.15",
          "1e3",
          "1E+3",
          "-1e-3",
          "1.",
          "1.5",
          ".5",
          "-.5",
          "1_0.5",
          ".",
          "+.",
          "..",
          ".inf",
          "-.INF",
          "+.Inf",
          ".nan",
          ".NaN",
          "2026-05-12",
          "2026-5-2",
          "2001-12-14t21:59:43.10-05:00",
          "2001-12-14 21:59:43.10 -5",
          "2001-12-14T21:59:43Z");

  /** Texts with something that ends, folds or opens something in YAML. */
  static final List<String> AWKWARD =
      List.of(
          " ",
          " off",
          "off ",
          "a: b",
          "a #b",
          "#a",
          "- a",
          "? a",
          ": a",
          "---",
          "...",
          "%a",
          "@a",
          "`a",
          "&a",
          "*a",
          "!a",
          "|",
          ">",
          "'",
          "\"",
          "it's",
          "[a]",
          "{a}",
          "a,b",
          "\t",
          "a\tb",
          "a\nb",
          "\na",
          "a\n",
          "a\n\n",
          " a\n b",
          "a\r\nb",
          "a\u0085b",
          "a\u2028b",
          "\u2029",
          "\ufeff",
          "a\u0007b",
          "\u00e9",
          "\ud83d\ude00",
          "^[a-z0-9]{3,30}$",
          "word ".repeat(60));

  static final List<Object> NUMBERS =
      List.of(
          0,
          20,
          -7,
          31536000,
          Long.MAX_VALUE,
          new BigInteger("92233720368547758070"),
          0.5,
          20.0,
          3.1536E7,
          1.0E-7,
          -2.5E300);

  @Test
  void bapi_saysTheSameInYaml11() throws Exception {
    Path bapi = Path.of("bapi.yml");
    List<String> differences = new ArrayList<>();
    differences("", Yaml11.read(Files.readString(bapi)), plain(Documents.read(bapi)), differences);
    assertThat(differences).isEmpty();
  }

  @ParameterizedTest
  @FieldSource({"LOOK_LIKE_SOMETHING_ELSE", "AWKWARD"})
  void text_staysText(String text) {
    assertReadsAlike(with(text));
  }

  @ParameterizedTest
  @FieldSource("NUMBERS")
  void number_staysANumber(Number number) {
    assertReadsAlike(Map.of("value", number));
  }

  @Test
  void constantsAndNumbers_needNoQuotes() {
    ObjectNode tree = Documents.MAPPER.createObjectNode();
    tree.put("a", true).put("b", 20).putNull("c").put("d", 3.1536E7).put("e", 1.0E-7);
    assertThat(Documents.toYaml(tree))
        .isEqualTo("a: true\nb: 20\nc: null\nd: 3.1536E+7\ne: 1.0E-7\n");
  }

  @Test
  void textsMadeOfAwkwardParts_stayText() {
    Random random = new Random(18);
    for (int i = 0; i < 5_000; i++) {
      String text = part(random) + part(random) + part(random);
      assertReadsAlike(with(text));
    }
  }

  /** The text as a value, in a list, and as a key. */
  private static Map<String, Object> with(String text) {
    Map<String, Object> given = new LinkedHashMap<>();
    given.put("value", text);
    given.put("list", List.of(text));
    given.put(text, "key");
    return given;
  }

  private static String part(Random random) {
    List<String> parts = random.nextInt(3) == 0 ? AWKWARD : LOOK_LIKE_SOMETHING_ELSE;
    return parts.get(random.nextInt(parts.size()));
  }

  private static void assertReadsAlike(Map<String, Object> given) {
    ObjectNode tree = Documents.MAPPER.valueToTree(given);
    String yaml = Documents.toYaml(tree);
    assertThat(plain(Documents.parse("written", yaml))).as(yaml).isEqualTo(plain(tree));
    assertThat(Yaml11.read(yaml)).as(yaml).isEqualTo(plain(tree));
  }

  private static Object plain(JsonNode tree) {
    return Documents.MAPPER.convertValue(tree, Object.class);
  }

  /** The places that differ: the whole of both would be 16,000 lines. */
  private static void differences(
      String place, @Nullable Object one, @Nullable Object other, List<String> found) {
    if (one instanceof Map<?, ?> map
        && other instanceof Map<?, ?> others
        && map.keySet().equals(others.keySet())) {
      map.forEach((key, value) -> differences(place + "/" + key, value, others.get(key), found));
    } else if (one instanceof List<?> list
        && other instanceof List<?> others
        && list.size() == others.size()) {
      for (int i = 0; i < list.size(); i++) {
        differences(place + "/" + i, list.get(i), others.get(i), found);
      }
    } else if (!Objects.equals(one, other)) {
      found.add(place + ": " + one + " or " + other);
    }
  }
}
