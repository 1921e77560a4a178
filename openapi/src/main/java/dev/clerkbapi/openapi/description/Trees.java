package dev.clerkbapi.openapi.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a Jackson tree of what a YAML parser returns. Aliases are written out, within bounds: a few
 * lines of YAML can stand for more nodes than any memory holds, or for a tree without an end.
 */
final class Trees {
  /** Some hundred times what BAPI's description has. */
  private static final int MOST_NODES = 5_000_000;

  private static final int DEEPEST = 200;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private int nodes;

  private Trees() {}

  /**
   * Returns the tree.
   *
   * @throws BadDocumentException if it would be too large or too deep
   */
  static JsonNode of(String name, @Nullable Object root) {
    try {
      return new Trees().tree(root, 0);
    } catch (IllegalArgumentException e) {
      throw new BadDocumentException(name + ": " + e.getMessage(), e);
    }
  }

  private JsonNode tree(@Nullable Object value, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException(
          "nested more than " + DEEPEST + " deep, or an alias contains itself");
    }
    if (++nodes > MOST_NODES) {
      throw new IllegalArgumentException(
          "its aliases stand for more than " + MOST_NODES + " nodes; this is no description");
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = NODES.objectNode();
      map.forEach((key, member) -> object.set(String.valueOf(key), tree(member, depth + 1)));
      return object;
    }
    if (value instanceof List<?> list) {
      ArrayNode array = NODES.arrayNode(list.size());
      list.forEach(element -> array.add(tree(element, depth + 1)));
      return array;
    }
    return Documents.MAPPER.valueToTree(value);
  }
}
