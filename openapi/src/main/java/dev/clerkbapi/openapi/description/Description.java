package dev.clerkbapi.openapi.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;

/** A description of BAPI, or of its webhooks, as Clerk publishes it. */
public final class Description {
  private Description() {}

  /**
   * Reads a published description, and keeps its facts. Nothing but the file is read.
   *
   * @param file OpenAPI 3 as YAML or JSON
   * @throws BadDocumentException naming the file, the place in it and what is wrong: it is missing,
   *     not YAML, of another kind or form, has references that lead nowhere or out of the file,
   *     operations that share a name, or neither an operation nor a webhook
   */
  public static ObjectNode facts(Path file) {
    String name = file.toString();
    String text = Documents.text(file);
    ObjectNode document = Documents.parse(name, text);
    try {
      requireOpenApi3(document);
      ObjectNode facts = describesOnlyWebhooks(document) ? webhooks(document) : bapi(document);
      References.check(facts);
      return facts;
    } catch (MisplacedException e) {
      String place = Places.of(name, text, e.pointer());
      throw new BadDocumentException(place + ": " + e.getMessage(), e);
    }
  }

  private static void requireOpenApi3(ObjectNode document) {
    if (document.has("swagger")) {
      throw new MisplacedException(
          "/swagger", "a Swagger " + document.get("swagger").asText() + " document, not OpenAPI 3");
    }
    if (!document.has("openapi")) {
      throw new MisplacedException("", "not an OpenAPI document: openapi is missing");
    }
    if (!document.get("openapi").asText().startsWith("3.")) {
      throw new MisplacedException(
          "/openapi", "OpenAPI " + document.get("openapi").asText() + ", but only 3.x can be read");
    }
  }

  /**
   * Whether these are the facts of a document of webhooks, which Clerk publishes apart from BAPI's
   * and which look much alike.
   */
  public static boolean isOfWebhooks(JsonNode facts) {
    return facts.has(Extensions.WEBHOOKS);
  }

  private static boolean describesOnlyWebhooks(ObjectNode document) {
    return !hasOperation(document) && !Facts.webhooks(document).isMissingNode();
  }

  private static ObjectNode bapi(ObjectNode document) {
    Structure.check(document);
    if (!hasOperation(document)) {
      throw new MisplacedException("/paths", "describes no operation");
    }
    return Facts.of(document);
  }

  private static ObjectNode webhooks(ObjectNode document) {
    Structure.checkWebhooks(document);
    ObjectNode facts = Facts.ofWebhooks(document);
    if (facts.path(Extensions.WEBHOOKS).isEmpty()) {
      throw new MisplacedException("", "describes no event");
    }
    return facts;
  }

  private static boolean hasOperation(ObjectNode document) {
    for (JsonNode path : document.path("paths")) {
      if (Facts.METHODS.stream().anyMatch(path::has)) {
        return true;
      }
    }
    return false;
  }
}
