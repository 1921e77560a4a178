package dev.clerkbapi.openapi.update;

/** Webhooks of {@link Things}: one event has a thing of BAPI, the other something of its own. */
final class ThingEvents {
  static final String NAMES =
      """
      overlay: 1.0.0
      info: {title: names, version: 1.0.0}
      actions:
        - target: $
          update: {x-names: {WebhookEventAttributes.http_request: WebhookHttpRequest}}
      """;

  static final String WEBHOOKS =
      """
      openapi: 3.0.3
      info: {title: Webhook events, version: v1}
      x-webhooks:
        thing.created:
          post:
            operationId: thing.created
            requestBody:
              content:
                application/json:
                  schema:
                    allOf:
                      - {$ref: '#/components/schemas/WebhookEventPayload'}
                      - {properties: {data: {$ref: '#/components/schemas/Thing'}}, required: [data]}
        thing.gone:
          post:
            operationId: thing.gone
            requestBody:
              content:
                application/json:
                  schema:
                    allOf:
                      - {$ref: '#/components/schemas/WebhookEventPayload'}
                      - {properties: {data: {$ref: '#/components/schemas/Ghost'}}, required: [data]}
      components:
        schemas:
          WebhookEventPayload:
            required: [object, type, timestamp, instance_id]
            properties:
              object: {type: string}
              type: {type: string}
              timestamp: {type: integer}
              instance_id: {type: string}
              event_attributes:
                type: object
                properties:
                  http_request:
                    type: object
                    properties:
                      client_ip: {type: string}
                      user_agent: {type: string}
          Ghost:
            type: object
            properties:
              id: {type: string}
      """
          + Things.SCHEMAS;

  private ThingEvents() {}

  /** The description with one text replaced, which must stand in it. */
  static String with(String text, String replacement) {
    if (!WEBHOOKS.contains(text)) {
      throw new IllegalArgumentException("not in the description: " + text);
    }
    return WEBHOOKS.replace(text, replacement);
  }
}
