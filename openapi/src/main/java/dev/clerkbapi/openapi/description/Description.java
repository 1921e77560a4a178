package dev.clerkbapi.openapi.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;

/** A description of BAPI as Clerk publishes it. */
public final class Description {
  private Description() {}

  /**
   * Reads a published description, and keeps its facts. Nothing but the file is read.
   *
   * @param file OpenAPI 3 as YAML or JSON
   * @throws BadDocumentException naming the file, the place in it and what is wrong: it is missing,
   *     not YAML, of another kind or form, has references that lead nowhere or out of the file,
   *     operations that share a name, or no operation at all
   */
  public static ObjectNode facts(Path file) {
    String name = file.toString();
    String text = Documents.text(file);
    ObjectNode document = Documents.parse(name, text);
    try {
      requireOpenApi3(document);
      requireMoreThanWebhooks(document);
      Structure.check(document);
      ObjectNode facts = Facts.of(document);
      References.check(facts);
      requireOperation(facts);
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

  /** Clerk publishes its webhooks in documents of their own, which look much like BAPI's. */
  private static void requireMoreThanWebhooks(ObjectNode document) {
    for (String key : List.of("webhooks", Extensions.WEBHOOKS)) {
      if (document.has(key) && !hasOperation(document)) {
        throw new MisplacedException("/" + key, "describes webhooks, but no operation");
      }
    }
  }

  private static void requireOperation(ObjectNode facts) {
    if (!hasOperation(facts)) {
      throw new MisplacedException("/paths", "describes no operation");
    }
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
