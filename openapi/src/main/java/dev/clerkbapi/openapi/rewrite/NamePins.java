package dev.clerkbapi.openapi.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The name table: which Java name the schema at a position has.
 *
 * <p>A position is {@code OperationId.request}, {@code OperationId.response}, {@code
 * OperationId.parameter} or {@code JavaType.member}; lists and maps on the way do not count.
 * Positions outlive the numbers that upstream puts behind the names of schemas ({@code
 * CommercePlan-2}), which change from one publication to the next.
 */
final class NamePins {
  private final Map<String, String> pins = new LinkedHashMap<>();
  private final Map<String, String> components;
  private final Map<String, String> shapes = new LinkedHashMap<>();
  private final Set<String> unused = new TreeSet<>();
  private final List<String> notes = new ArrayList<>();

  /** {@code components}: what earlier passes found out, see {@link #components()}. */
  NamePins(JsonNode table, Map<String, String> components) {
    this.components = new LinkedHashMap<>(components);
    table.properties().forEach(pin -> pins.put(pin.getKey(), pin.getValue().asText()));
    unused.addAll(pins.keySet());
  }

  /** The name pinned at a position, or null. */
  @Nullable String at(String position) {
    unused.remove(position);
    return pins.get(position);
  }

  /** Notes that a pinned position holds a component, which therefore has that name everywhere. */
  void component(String component, String name) {
    components.put(component, name);
  }

  String nameOf(String component, String otherwise) {
    return components.getOrDefault(component, otherwise);
  }

  /** The components with a pinned name. One that is met before its pin takes another pass. */
  Map<String, String> components() {
    return components;
  }

  /**
   * Checks that all positions that share a pinned name share a shape too.
   *
   * @throws NameClashException when two shapes would be one Java type
   */
  void check(String name, String shape, String position) {
    String other = shapes.putIfAbsent(name, shape);
    if (other != null && !other.equals(shape)) {
      throw new NameClashException(
          "the name pin "
              + position
              + ": "
              + name
              + " no longer fits: its shape differs from that of other positions with"
              + " this name; pin another name in openapi/overlays/2-names.yml");
    }
  }

  void clash(String name, String position) {
    notes.add(
        "two schemas would be named "
            + name
            + "; the one at "
            + position
            + " has a number behind it: pin a name");
  }

  /** What a person should look at. */
  List<String> notes() {
    List<String> all = new ArrayList<>(notes);
    unused.forEach(position -> all.add("no schema is at the pinned position " + position));
    return all;
  }
}
