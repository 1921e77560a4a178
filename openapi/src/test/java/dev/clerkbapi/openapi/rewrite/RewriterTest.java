package dev.clerkbapi.openapi.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.Documents;
import org.junit.jupiter.api.Test;

class RewriterTest {
  private static Rewriter.Result rewrite(String schemas) {
    return rewrite(schemas, "");
  }

  private static Rewriter.Result rewrite(String schemas, String rest) {
    String text =
        "openapi: 3.0.3\ninfo: {title: t, version: v}\npaths: {}\n"
            + rest
            + "\ncomponents:\n  schemas:\n"
            + schemas.indent(4);
    return Rewriter.rewrite(Documents.parse("test", text));
  }

  private static JsonNode type(Rewriter.Result result, String name) {
    ObjectNode description = result.description();
    return description.at("/components/schemas/" + name);
  }

  private static String member(Rewriter.Result result, String type, String member) {
    return type(result, type).path("properties").path(member).toString();
  }

  @Test
  void wrapperAroundOneReference_isTheReferenceAndNullable() {
    Rewriter.Result result =
        rewrite(
            """
            A: {type: object, properties: {b: {nullable: true, allOf: [{$ref: '#/components/schemas/B'}]}}}
            B: {type: object, properties: {x: {type: string}}}
            """);
    assertThat(member(result, "A", "b"))
        .isEqualTo("{\"$ref\":\"#/components/schemas/B\",\"nullable\":true}");
  }

  @Test
  void inlineObjectAndEnum_areNamedAfterTheirPlace() {
    Rewriter.Result result =
        rewrite(
            "a_b: {type: object, properties: {c_d: {type: array, items: {type: object, properties: {e: {enum: [x, y]}}}}}}");
    assertThat(member(result, "AB", "c_d")).contains("#/components/schemas/ABCD");
    assertThat(member(result, "ABCD", "e")).contains("#/components/schemas/ABCDE");
    assertThat(type(result, "ABCDE").path("x-kind").asText()).isEqualTo("enum");
  }

  @Test
  void objectConstant_isAStringWithADefault() {
    Rewriter.Result result =
        rewrite(
            "A: {type: object, properties: {object: {type: string, enum: [a]}, kty: {type: string, enum: [OKP]}}}");
    assertThat(member(result, "A", "object")).isEqualTo("{\"type\":\"string\",\"default\":\"a\"}");
    assertThat(member(result, "A", "kty")).contains("AKty");
  }

  @Test
  void booleanConstant_isABoolean() {
    Rewriter.Result result =
        rewrite("A: {type: object, properties: {deleted: {type: boolean, enum: [true]}}}");
    assertThat(member(result, "A", "deleted")).isEqualTo("{\"type\":\"boolean\"}");
  }

  @Test
  void pointInTime_isUnixMillisecondsWhateverItsNumberType() {
    Rewriter.Result result =
        rewrite(
            "A: {type: object, properties: {created_at: {type: number}, expiration: {type: number}, look_at_me: {type: integer},"
                + " period_end: {type: integer}, next_billing_date: {type: integer}, up_to_date: {type: boolean}}}");
    assertThat(member(result, "A", "created_at")).contains("unix-milliseconds");
    assertThat(member(result, "A", "expiration")).contains("unix-milliseconds");
    assertThat(member(result, "A", "period_end")).contains("unix-milliseconds");
    assertThat(member(result, "A", "next_billing_date")).contains("unix-milliseconds");
    assertThat(member(result, "A", "look_at_me")).doesNotContain("unix-milliseconds");
    assertThat(member(result, "A", "up_to_date")).doesNotContain("unix-milliseconds");
  }

  @Test
  void unionWithoutDiscriminator_takesItsTagsFromTheConstants() {
    Rewriter.Result result =
        rewrite(
            """
            U: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
            A: {type: object, properties: {object: {type: string, enum: [a]}}}
            B: {type: object, properties: {object: {type: string, enum: [b]}}}
            """);
    assertThat(type(result, "U").path("x-kind").asText()).isEqualTo("union");
    assertThat(type(result, "U").path("x-variants").findValuesAsText("tag"))
        .containsExactly("a", "b");
  }

  @Test
  void unionOfOneWithDiscriminator_staysAUnion() {
    Rewriter.Result result =
        rewrite(
            """
            A: {type: object, properties: {u: {oneOf: [{$ref: '#/components/schemas/B'}], discriminator: {propertyName: object}}}}
            B: {type: object, properties: {object: {type: string, enum: [b]}}}
            """);
    assertThat(type(result, "AU").path("x-variants").findValuesAsText("tag")).containsExactly("b");
  }

  @Test
  void choiceThatNothingTellsApart_isOneTypeThatRequiresWhatAllRequire() {
    Rewriter.Result result =
        rewrite(
            """
            K: {anyOf: [{type: object, required: [a, b], properties: {a: {type: string}, b: {type: string}}},
                        {type: object, required: [a], properties: {a: {type: string}, c: {type: string}}}]}
            """);
    assertThat(type(result, "K").path("properties").properties()).hasSize(3);
    assertThat(type(result, "K").path("required").toString()).isEqualTo("[\"a\"]");
  }

  @Test
  void allOf_isMerged() {
    Rewriter.Result result =
        rewrite(
            """
            A: {allOf: [{$ref: '#/components/schemas/B'}, {type: object, properties: {y: {type: string}}}]}
            B: {type: object, required: [x], properties: {x: {type: string}}}
            """);
    assertThat(type(result, "A").path("properties").properties()).hasSize(2);
    assertThat(type(result, "A").path("required").toString()).isEqualTo("[\"x\"]");
  }

  @Test
  void recursiveSchema_ends() {
    Rewriter.Result result =
        rewrite("A: {type: object, properties: {parent: {$ref: '#/components/schemas/A'}}}");
    assertThat(member(result, "A", "parent")).isEqualTo("{\"$ref\":\"#/components/schemas/A\"}");
  }

  @Test
  void typeListWithNull_isNullable() {
    Rewriter.Result result =
        rewrite("A: {type: object, properties: {x: {type: [string, 'null']}}}");
    assertThat(member(result, "A", "x")).isEqualTo("{\"type\":\"string\",\"nullable\":true}");
  }

  @Test
  void reference_takesOverThatItsTargetMayBeNull() {
    Rewriter.Result result =
        rewrite(
            """
            A: {type: object, properties: {b: {$ref: '#/components/schemas/B'}, c: {$ref: '#/components/schemas/C'},
                                           d: {oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/D'}]}}}
            B: {type: object, nullable: true, properties: {x: {type: string}}}
            C: {allOf: [{$ref: '#/components/schemas/B'}]}
            D: {type: object, properties: {y: {type: string}}}
            """);
    assertThat(member(result, "A", "b")).contains("schemas/B\"", "\"nullable\":true");
    assertThat(member(result, "A", "c")).contains("schemas/B\"", "\"nullable\":true");
    assertThat(member(result, "A", "d")).contains("schemas/AD\"", "\"nullable\":true");
  }

  @Test
  void pinnedEnum_hasTheValuesOfAllItsPositions() {
    Rewriter.Result result =
        rewrite(
            "A: {type: object, properties: {b: {enum: [x, y]}, c: {enum: [y, z], nullable: true}}}",
            "x-names: {A.b: Letter, A.c: Letter}");
    assertThat(type(result, "Letter").path("enum").toString()).isEqualTo("[\"x\",\"y\",\"z\"]");
  }

  @Test
  void sameNameAfterPascalCase_getsANumberAndANote() {
    Rewriter.Result result =
        rewrite(
            """
            foo_bar: {type: object, properties: {x: {type: string}}}
            FooBar: {type: object, properties: {y: {type: string}}}
            """);
    assertThat(type(result, "FooBar2").isObject()).isTrue();
    assertThat(result.notes()).hasSize(1).first().asString().contains("FooBar");
  }

  @Test
  void numberedDuplicateOfTheSameShape_isTheOriginal() {
    Rewriter.Result result =
        rewrite(
            """
            A: {type: object, properties: {b: {$ref: '#/components/schemas/B-2'}}}
            B: {type: object, properties: {x: {type: string}}}
            B-2: {type: object, properties: {x: {type: string}}}
            """);
    assertThat(member(result, "A", "b")).contains("schemas/B\"");
    assertThat(type(result, "B2").isMissingNode()).isTrue();
  }

  @Test
  void pin_namesTheComponentAtItsPosition() {
    Rewriter.Result result =
        rewrite(
            """
            A: {type: object, properties: {b: {$ref: '#/components/schemas/B-2'}}}
            B: {type: object, properties: {x: {type: string}}}
            B-2: {type: object, properties: {y: {type: string}}}
            """,
            "x-names: {A.b: Better}");
    assertThat(type(result, "Better").path("properties").has("y")).isTrue();
    assertThat(result.notes()).isEmpty();
  }

  @Test
  void pinOfTwoShapes_isRefused() {
    String schemas =
        """
        A: {type: object, properties: {b: {type: object, properties: {x: {type: string}}},
                                       c: {type: object, properties: {y: {type: string}}}}}
        """;
    assertThatThrownBy(() -> rewrite(schemas, "x-names: {A.b: Same, A.c: Same}"))
        .isInstanceOf(NameClashException.class)
        .hasMessageContaining("Same");
  }

  @Test
  void pinWithoutASchema_isNoted() {
    assertThat(
            rewrite("A: {type: object, properties: {x: {type: string}}}", "x-names: {Gone.b: X}")
                .notes())
        .containsExactly("no schema is at the pinned position Gone.b");
  }
}
