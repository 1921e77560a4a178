package dev.clerkbapi.openapi.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.Extensions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Rewrites a description of webhooks, overlays applied, as {@link Rewriter} does BAPI's. A type
 * that equals BAPI's of the same name is BAPI's: what refers to it says so, and it is not in the
 * result.
 */
public final class WebhookRewriter {
  private static final String PACKAGE = "dev.clerkbapi.webhooks";

  private WebhookRewriter() {}

  /**
   * The rewritten description.
   *
   * @param description the events, and the types that are not BAPI's
   * @param whole the same with all types
   * @param apart the types whose name BAPI has too, with other members
   * @param notes what a person should look at
   */
  public record Result(
      ObjectNode description, ObjectNode whole, Set<String> apart, List<String> notes) {}

  /** {@code bapi}: the rewritten description of BAPI. */
  public static Result rewrite(ObjectNode webhooks, JsonNode bapi) {
    Rewriter.Result rewritten = Rewriter.rewrite(Events.asSchemas(webhooks));
    ObjectNode whole = rewritten.description();
    whole.put(Extensions.PACKAGE, PACKAGE);
    JsonNode types = whole.at("/components/schemas");
    JsonNode others = bapi.at("/components/schemas");
    Set<String> shared = SharedTypes.of(types, others);
    Map<String, JsonNode> own = reachable(types, shared);
    Set<String> apart = new TreeSet<>(own.keySet());
    apart.removeIf(name -> !others.has(name));

    ObjectNode description = whole.deepCopy();
    ObjectNode kept = description.withObject("/components").putObject("schemas");
    own.forEach((name, type) -> kept.set(name, type.deepCopy()));
    // Code that was written by hand for BAPI's model is about BAPI's model.
    apart.forEach(
        name ->
            kept.withObject("/" + name)
                .remove(List.of(Extensions.IMPLEMENTS, Extensions.RECEIVED_AT)));
    markShared(kept, types, shared);
    return new Result(description, whole, apart, rewritten.notes());
  }

  /**
   * The types that events are made of, in the order of their names, as far as they are not shared.
   */
  private static Map<String, JsonNode> reachable(JsonNode types, Set<String> shared) {
    Map<String, JsonNode> found = new TreeMap<>();
    Deque<String> left = new ArrayDeque<>(List.of(Events.UNION));
    while (!left.isEmpty()) {
      String name = left.pop();
      if (!shared.contains(name) && found.putIfAbsent(name, types.get(name)) == null) {
        for (String ref : types.get(name).findValuesAsText("$ref")) {
          left.push(ref.substring(Schemas.SCHEMA_REF.length()));
        }
      }
    }
    return found;
  }

  private static void markShared(JsonNode node, JsonNode types, Set<String> shared) {
    String name = Schemas.componentOf(node);
    if (name != null && shared.contains(name) && node instanceof ObjectNode use) {
      use.remove("$ref");
      use.set("type", types.get(name).get("type"));
      use.put(Extensions.SHARED, name);
    }
    node.forEach(child -> markShared(child, types, shared));
  }
}
