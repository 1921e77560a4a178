package dev.clerkbapi.openapi.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeSet;

/** Copies chosen parts of a document. */
final class Copies {
  private Copies() {}

  /** What is kept of a node. */
  interface Part {
    JsonNode facts(JsonNode node);
  }

  static ObjectNode node() {
    return Documents.MAPPER.createObjectNode();
  }

  static ObjectNode sorted(JsonNode names, Part part) {
    return sorted(names, part, false);
  }

  /** A member may be called {@code x-something}; elsewhere that is a vendor key. */
  static ObjectNode sorted(JsonNode names, Part part, boolean keepVendorKeys) {
    ObjectNode copy = node();
    TreeSet<String> keys = new TreeSet<>();
    names.fieldNames().forEachRemaining(keys::add);
    keys.removeIf(key -> key.startsWith(Extensions.PREFIX) && !keepVendorKeys);
    keys.forEach(key -> copy.set(key, part.facts(names.get(key))));
    return copy;
  }

  static ArrayNode list(JsonNode items, Part part) {
    ArrayNode copy = Documents.MAPPER.createArrayNode();
    items.forEach(item -> copy.add(part.facts(item)));
    return copy;
  }

  static ObjectNode copy(JsonNode from, List<String> keys) {
    return copyInto(node(), from, keys);
  }

  static ObjectNode copyInto(ObjectNode to, JsonNode from, List<String> keys) {
    for (String key : keys) {
      if (from.has(key)) {
        to.set(key, from.get(key).deepCopy());
      }
    }
    return to;
  }
}
