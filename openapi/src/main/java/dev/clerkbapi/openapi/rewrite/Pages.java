package dev.clerkbapi.openapi.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.Extensions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes one type of the two shapes in which BAPI responds with a list: a bare array, and an object
 * with the array and the total over all pages.
 *
 * <p>Which shape comes can depend on a parameter ({@code paginated}), and changes between
 * publications; callers see {@code Page} either way.
 */
final class Pages {
  private static final String TOTAL = "total_count";
  private static final String SWITCH = "paginated";

  private final Schemas schemas;
  private final TypeUses uses;

  Pages(Schemas schemas, TypeUses uses) {
    this.schemas = schemas;
    this.uses = uses;
  }

  /** Whether a schema is a list together with its total. */
  boolean hasTotal(JsonNode schema) {
    return memberWithList(resolved(schema)) != null;
  }

  /**
   * The use of a response that is a list; null for any other.
   *
   * @param name what an inline type of the elements is called after
   */
  @Nullable ObjectNode use(JsonNode schema, String position, String name) {
    ObjectNode resolved = resolved(schema);
    String member = memberWithList(resolved);
    if (member != null) {
      JsonNode list = resolved.get("properties").get(member);
      return page(uses.use(list, position, name + JavaNames.suffix(member)), member);
    }
    ObjectNode use = isList(resolved) ? uses.use(schema, position, name) : null;
    return use == null ? null : page(use, "");
  }

  /** Whether a parameter only decides between the two shapes. */
  static boolean isSwitch(JsonNode parameter) {
    return parameter.path("name").asText().equals(SWITCH)
        && parameter.path("in").asText().equals("query")
        && !parameter.path("required").asBoolean();
  }

  /** Asks for the total wherever BAPI gives it only to those who ask. */
  static void askForTotal(JsonNode parameter, JsonNode use, ObjectNode operation) {
    if (isSwitch(parameter) && use.path(Extensions.PAGE).asText("total").isEmpty()) {
      operation.put(Extensions.QUERY, SWITCH + "=true");
    }
  }

  private static ObjectNode page(ObjectNode list, String member) {
    return list.put(Extensions.PAGE, member);
  }

  private @Nullable String memberWithList(ObjectNode schema) {
    JsonNode properties = schema.path("properties");
    if (!properties.has(TOTAL)) {
      return null;
    }
    String found = null;
    for (Map.Entry<String, JsonNode> member : properties.properties()) {
      if (isList(resolved(member.getValue()))) {
        if (found != null) {
          return null;
        }
        found = member.getKey();
      }
    }
    return found;
  }

  private ObjectNode resolved(JsonNode schema) {
    return schema.isObject()
        ? Schemas.unwrap(schemas.resolve(Schemas.unwrap((ObjectNode) schema)))
        : Schemas.empty();
  }

  private static boolean isList(ObjectNode schema) {
    return schema.has("items") || schema.path("type").asText().equals("array");
  }
}
