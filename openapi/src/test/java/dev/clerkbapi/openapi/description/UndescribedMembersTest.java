package dev.clerkbapi.openapi.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UndescribedMembersTest {
  private static List<String> undescribed(String document) {
    return UndescribedMembers.of(Documents.parse("test", document));
  }

  @Test
  void requiredMemberWithoutSchema_isToldWithItsPlace() {
    assertThat(
            undescribed(
                """
                components:
                  schemas:
                    A.b:
                      properties: {id: {type: string}}
                      required: [id, active, name]
                """))
        .containsExactly(
            "required, but not described: `active` at $.components.schemas['A.b']",
            "required, but not described: `name` at $.components.schemas['A.b']");
  }

  @Test
  void inlineSchemas_areLookedAtWhereverTheyAre() {
    assertThat(
            undescribed(
                """
                paths:
                  /a:
                    post:
                      parameters:
                        - {name: b, in: query, required: true, schema: {required: [c]}}
                      requestBody:
                        content:
                          application/json:
                            schema: {properties: {d: {items: {required: [e]}}}}
                """))
        .containsExactly(
            "required, but not described: `c` at $.paths['/a'].post.parameters[0].schema",
            "required, but not described: `e` at"
                + " $.paths['/a'].post.requestBody.content['application/json'].schema.properties.d.items");
  }

  @Test
  void memberOfAnyPartOfAComposition_isDescribed() {
    assertThat(
            undescribed(
                """
                components:
                  schemas:
                    A: {properties: {a: {type: string}}}
                    B: {allOf: [{$ref: '#/components/schemas/A'}, {required: [a, c]}], required: [a]}
                    D: {properties: {d: {}, e: {}}, anyOf: [{required: [d]}, {required: [e]}]}
                    F: {allOf: [{$ref: '#/components/schemas/F'}], required: [f]}
                """))
        .containsExactly(
            "required, but not described: `c` at $.components.schemas.B.allOf[1]",
            "required, but not described: `f` at $.components.schemas.F");
  }

  @Test
  void memberCalledRequired_isAMember() {
    assertThat(
            undescribed(
                """
                components:
                  schemas:
                    A:
                      properties: {required: {type: array, items: {}}}
                      required: [required]
                """))
        .isEmpty();
  }
}
