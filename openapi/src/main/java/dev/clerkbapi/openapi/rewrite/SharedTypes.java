package dev.clerkbapi.openapi.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.Extensions;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the types of one rewritten description that are types of another: the same name, the same
 * members, and so for all types that they refer to.
 *
 * <p>Prose and deprecations may differ. The other enum may have more values: it is open, so it can
 * hold all of this one's.
 */
final class SharedTypes {
  private static final Set<String> IGNORED =
      Set.of("description", "deprecated", "minimum", "maximum", "enum", Extensions.REQUEST);

  private final JsonNode types;
  private final JsonNode others;
  private final Set<String> shared = new TreeSet<>();

  private SharedTypes(JsonNode types, JsonNode others) {
    this.types = types;
    this.others = others;
  }

  static Set<String> of(JsonNode types, JsonNode others) {
    SharedTypes result = new SharedTypes(types, others);
    types.fieldNames().forEachRemaining(result::addIfAlike);
    boolean removed = true;
    while (removed) {
      removed = result.shared.removeIf(name -> !result.refersToSharedOnly(types.get(name)));
      removed |= result.removeVariantsOfOtherUnions();
    }
    return result.shared;
  }

  private void addIfAlike(String name) {
    JsonNode type = types.get(name);
    JsonNode other = others.path(name);
    Set<String> values = new TreeSet<>(Schemas.valuesOf(type));
    Schemas.valuesOf(other).forEach(values::remove);
    if (values.isEmpty() && essence(type, false).equals(essence(other, false))) {
      shared.add(name);
    }
  }

  private boolean refersToSharedOnly(JsonNode type) {
    return type.findValuesAsText("$ref").stream()
        .map(ref -> ref.substring(Schemas.SCHEMA_REF.length()))
        .allMatch(shared::contains);
  }

  /** A class of the other description cannot implement a union of this one. */
  private boolean removeVariantsOfOtherUnions() {
    boolean removed = false;
    for (Map.Entry<String, JsonNode> type : types.properties()) {
      if (!shared.contains(type.getKey())) {
        for (JsonNode variant : type.getValue().path(Extensions.VARIANTS)) {
          removed |= shared.remove(Schemas.componentOf(variant));
        }
      }
    }
    return removed;
  }

  /** Without what does not make another type; members may be called like what is ignored. */
  private static JsonNode essence(JsonNode node, boolean keysAreNames) {
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode essence = Schemas.empty();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (keysAreNames || !IGNORED.contains(entry.getKey())) {
        boolean names = !keysAreNames && entry.getKey().equals("properties");
        essence.set(entry.getKey(), essence(entry.getValue(), names));
      }
    }
    return essence;
  }
}
