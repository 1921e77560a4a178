package dev.clerkbapi.openapi.update;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.openapi.description.Extensions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What two prepared descriptions differ in, by operation and by Java type, in lines. What
 * operations are to BAPI, events are to webhooks.
 *
 * <p>Not by a diff of the HTTP interface: that repeats a member that a type gained for each
 * operation which returns that type.
 */
record ApiChanges(
    List<String> addedOperations,
    List<String> removedOperations,
    List<String> changedOperations,
    List<String> deprecated,
    List<String> addedTypes,
    List<String> removedTypes,
    List<String> changedTypes) {

  static ApiChanges between(JsonNode before, JsonNode after) {
    ApiChanges changes =
        new ApiChanges(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    changes.operations(
        OperationFacts.of(before),
        OperationFacts.of(after),
        new OperationDiff(new MemberDiff(before), new MemberDiff(after)));
    changes.types(before, after);
    return changes;
  }

  boolean isEmpty() {
    return addedOperations.isEmpty()
        && removedOperations.isEmpty()
        && changedOperations.isEmpty()
        && deprecated.isEmpty()
        && addedTypes.isEmpty()
        && removedTypes.isEmpty()
        && changedTypes.isEmpty();
  }

  private void operations(
      Map<String, OperationFacts> before, Map<String, OperationFacts> after, OperationDiff diff) {
    for (String name : union(before.keySet(), after.keySet())) {
      OperationFacts old = before.get(name);
      OperationFacts now = after.get(name);
      if (now == null) {
        removedOperations.add(Objects.requireNonNull(old).label());
      } else if (old == null) {
        addedOperations.add(now.label());
      } else {
        List<String> lines = diff.between(old, now);
        if (!lines.isEmpty()) {
          changedOperations.add(now.label() + ": " + String.join("; ", lines));
        }
        if (now.isDeprecated() && !old.isDeprecated()) {
          deprecated.add(now.label());
        }
      }
    }
  }

  private void types(JsonNode before, JsonNode after) {
    Map<String, JsonNode> old = types(before);
    Map<String, JsonNode> now = types(after);
    TypeDiff diff = new TypeDiff(new MemberDiff(before), new MemberDiff(after));
    Map<String, JsonNode> all = new TreeMap<>(old);
    all.putAll(now);
    for (Map.Entry<String, JsonNode> type : all.entrySet()) {
      String name = type.getKey();
      String label = label(name, type.getValue());
      boolean isEvent = type.getValue().has(Extensions.EVENT);
      if (!old.containsKey(name)) {
        (isEvent ? addedOperations : addedTypes).add(label);
      } else if (!now.containsKey(name)) {
        (isEvent ? removedOperations : removedTypes).add(label);
      } else {
        List<String> lines = diff.between(old.get(name), now.get(name));
        if (!lines.isEmpty()) {
          (isEvent ? changedOperations : changedTypes).add(label + ": " + String.join("; ", lines));
        }
        diff.newlyDeprecated(old.get(name), now.get(name))
            .forEach(member -> deprecated.add("`" + name + "." + member + "`"));
      }
    }
  }

  /** Such as {@code `User`}, or {@code `user.created` (UserCreated)}. */
  private static String label(String name, JsonNode type) {
    String event = type.path(Extensions.EVENT).asText();
    return event.isEmpty() ? "`" + name + "`" : "`" + event + "` (" + name + ")";
  }

  /** Query parameters are reported with their operation, and the union of all events by each. */
  private static Map<String, JsonNode> types(JsonNode prepared) {
    Map<String, JsonNode> types = new TreeMap<>();
    for (Map.Entry<String, JsonNode> type : prepared.at("/components/schemas").properties()) {
      boolean isParams = type.getValue().path(Extensions.KIND).asText().equals("params");
      if (!isParams && !type.getValue().has(Extensions.TAG_REQUIRED)) {
        types.put(type.getKey(), type.getValue());
      }
    }
    return types;
  }

  private static TreeSet<String> union(Iterable<String> some, Iterable<String> others) {
    TreeSet<String> all = new TreeSet<>();
    some.forEach(all::add);
    others.forEach(all::add);
    return all;
  }
}
