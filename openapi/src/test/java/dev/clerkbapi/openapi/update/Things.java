package dev.clerkbapi.openapi.update;

/** A description small enough to read, with one of everything; changed by replacing text in it. */
final class Things {
  /** The components, as they stand below {@code schemas}; webhooks have the same. */
  static final String SCHEMAS =
      """
          Thing:
            type: object
            required: [id]
            properties:
              id: {type: string}
              color: {type: string, enum: [red, green]}
              shape: {$ref: '#/components/schemas/Shape'}
          Shape:
            oneOf:
              - {$ref: '#/components/schemas/Circle'}
              - {$ref: '#/components/schemas/Square'}
            discriminator: {propertyName: object}
          Circle:
            type: object
            properties:
              object: {type: string, enum: [circle]}
              radius: {type: integer}
          Square:
            type: object
            properties:
              object: {type: string, enum: [square]}
      """;

  static final String BAPI =
      """
      openapi: 3.0.3
      info: {title: Things, version: '1'}
      servers: [{url: https://things.example/v1}]
      tags: [{name: Things}]
      paths:
        /things:
          get:
            operationId: ListThings
            tags: [Things]
            parameters:
              - {name: limit, in: query, schema: {type: integer}}
            responses:
              '200':
                description: ''
                content:
                  application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Thing'}}}
          post:
            operationId: CreateThing
            tags: [Things]
            requestBody:
              required: true
              content:
                application/json:
                  schema:
                    type: object
                    required: [id]
                    properties:
                      id: {type: string}
            responses:
              '200':
                description: ''
                content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
        /things/{id}:
          get:
            operationId: GetThing
            tags: [Things]
            parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
            responses:
              '200':
                description: ''
                content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
        /things/{id}/paint:
          post:
            operationId: PaintThing
            tags: [Things]
            parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
            responses:
              '204': {description: ''}
      components:
        schemas:
      """
          + Things.SCHEMAS;

  private Things() {}

  /** The description with one text replaced, which must stand in it. */
  static String with(String text, String replacement) {
    if (!BAPI.contains(text)) {
      throw new IllegalArgumentException("not in the description: " + text);
    }
    return BAPI.replace(text, replacement);
  }
}
