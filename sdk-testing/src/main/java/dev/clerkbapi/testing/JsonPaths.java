package dev.clerkbapi.testing;

import java.io.IOException;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.ObjectMapper;
import wiremock.com.fasterxml.jackson.databind.node.ArrayNode;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/** Changes members of a JSON object by paths such as {@code data.email_addresses.0.id}. */
final class JsonPaths {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonPaths() {}

  static ObjectNode event(byte[] body) {
    try {
      if (MAPPER.readTree(body) instanceof ObjectNode event) {
        return event;
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("the body is not JSON", e);
    }
    throw new IllegalArgumentException("the body is no JSON object");
  }

  static void set(ObjectNode root, String path, JsonNode value) {
    JsonNode parent = parent(root, path);
    String last = last(path);
    if (parent instanceof ObjectNode object) {
      object.set(last, value);
    } else if (parent instanceof ArrayNode array && isIndexOf(array, last)) {
      array.set(Integer.parseInt(last), value);
    } else {
      throw new IllegalArgumentException("the event has no place for " + path);
    }
  }

  static void remove(ObjectNode root, String path) {
    JsonNode parent = parent(root, path);
    String last = last(path);
    if (parent instanceof ObjectNode object) {
      object.remove(last);
    } else if (parent instanceof ArrayNode array && isIndexOf(array, last)) {
      array.remove(Integer.parseInt(last));
    }
  }

  private static JsonNode parent(JsonNode root, String path) {
    JsonNode node = root;
    for (int end = path.lastIndexOf('.'), at = 0; at < end; ) {
      int dot = path.indexOf('.', at);
      String name = path.substring(at, dot);
      node =
          node instanceof ArrayNode array && isIndexOf(array, name)
              ? array.get(Integer.parseInt(name))
              : node.path(name);
      at = dot + 1;
    }
    return node;
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static boolean isIndexOf(ArrayNode array, String text) {
    return text.matches("[0-9]{1,9}") && Integer.parseInt(text) < array.size();
  }
}
