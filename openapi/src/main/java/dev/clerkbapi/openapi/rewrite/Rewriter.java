package dev.clerkbapi.openapi.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.Extensions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rewrites a description, overlays applied, into an equal one that a template can print: every Java
 * type is a component under its Java name, of kind {@code model}, {@code enum}, {@code union} or
 * {@code params}; members are scalars, lists, maps or references; each operation has one body and
 * one response.
 *
 * <p>The generator's own rewriting (numbered inline models, composed schemas) finds nothing left to
 * do.
 */
public final class Rewriter {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private Rewriter() {}

  /** The rewritten description, and what a person should look at. */
  public record Result(ObjectNode description, List<String> notes) {}

  public static Result rewrite(ObjectNode description) {
    Map<String, String> pinned = Map.of();
    while (true) {
      NamePins pins = new NamePins(description.path(Extensions.NAMES), pinned);
      ObjectNode result = rewrite(description, pins);
      if (pins.components().equals(pinned)) {
        List<String> notes = new ArrayList<>(pins.notes());
        notes.addAll(ResourceNames.mark(description, result));
        return new Result(result, notes);
      }
      pinned = pins.components();
    }
  }

  private static ObjectNode rewrite(ObjectNode description, NamePins pins) {
    Schemas schemas = new Schemas(description);
    TypeRegistry registry = new TypeRegistry(pins);
    Duplicates duplicates = new Duplicates(description.path("components").path("schemas"));
    TypeUses uses = new TypeUses(schemas, pins, registry, duplicates);
    Pages pages = new Pages(schemas, uses);
    Operations operations = new Operations(schemas, uses, registry, pages);

    ObjectNode result = Schemas.empty().put("openapi", "3.0.3");
    result.set("info", description.get("info"));
    result.set("servers", description.get("servers"));
    result.set("tags", description.get("tags"));
    ObjectNode paths = result.putObject("paths");
    for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
      ObjectNode item = paths.putObject(path.getKey());
      for (Map.Entry<String, JsonNode> entry : path.getValue().properties()) {
        if (METHODS.contains(entry.getKey())) {
          ObjectNode operation = (ObjectNode) entry.getValue();
          item.set(
              entry.getKey(),
              operations.rewrite(entry.getKey(), path.getKey(), path.getValue(), operation));
        }
      }
    }
    ObjectNode types = result.putObject("components").putObject("schemas");
    for (String component : iterable(description.path("components").path("schemas"))) {
      ObjectNode reference = Schemas.empty().put("$ref", Schemas.SCHEMA_REF + component);
      if (!pages.hasTotal(reference)) {
        uses.use(reference, "component " + component, component);
      }
    }
    registry.types().forEach(types::set);
    RequestTypes.mark(result);
    return result;
  }

  private static Iterable<String> iterable(JsonNode names) {
    return names::fieldNames;
  }
}
