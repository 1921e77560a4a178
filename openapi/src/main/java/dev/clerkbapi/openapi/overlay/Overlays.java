package dev.clerkbapi.openapi.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import dev.clerkbapi.openapi.description.BadDocumentException;
import dev.clerkbapi.openapi.description.Documents;
import java.util.ArrayList;
import java.util.List;

/** Applies overlays to a description, in place, and reports which targets matched nothing. */
public final class Overlays {
  private static final Configuration JSON_PATH =
      Configuration.builder()
          .jsonProvider(new JacksonJsonNodeJsonProvider(Documents.MAPPER))
          .mappingProvider(new JacksonMappingProvider(Documents.MAPPER))
          .options(Option.SUPPRESS_EXCEPTIONS, Option.ALWAYS_RETURN_LIST)
          .build();

  private Overlays() {}

  /**
   * Applies every action.
   *
   * @return the targets, with their file, that the description does not have (any more)
   */
  public static List<String> apply(ObjectNode description, List<Overlay> overlays) {
    List<String> unmatched = new ArrayList<>();
    DocumentContext document = JsonPath.using(JSON_PATH).parse(description);
    for (Overlay overlay : overlays) {
      for (Overlay.Action action : overlay.actions()) {
        for (String missing : apply(document, overlay.file(), action)) {
          unmatched.add(overlay.file() + ": " + missing);
        }
      }
    }
    return unmatched;
  }

  private static List<String> apply(DocumentContext document, String file, Overlay.Action action) {
    JsonPath path = path(file, action.target());
    JsonNode matches = document.read(path);
    if (matches.isEmpty()) {
      return List.of(action.target());
    }
    if (action.remove()) {
      document.delete(path);
      return List.of();
    }
    List<String> missing = new ArrayList<>();
    for (JsonNode match : matches) {
      if (match instanceof ObjectNode node && action.update() != null) {
        Merge.into(node, action.update(), action.target(), missing);
      } else if (match instanceof ArrayNode list && action.update() != null) {
        list.add(action.update().deepCopy());
      } else {
        throw new BadDocumentException(
            file + ": " + action.target() + " is neither a mapping nor a list");
      }
    }
    return missing;
  }

  private static JsonPath path(String file, String target) {
    try {
      return JsonPath.compile(target);
    } catch (InvalidPathException e) {
      throw new BadDocumentException(
          file + ": " + target + " is no JSONPath: " + e.getMessage(), e);
    }
  }
}
