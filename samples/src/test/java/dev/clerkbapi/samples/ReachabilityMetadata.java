package dev.clerkbapi.samples;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okio.Buffer;

/**
 * A {@code reachability-metadata.json}, in the part of its published schema that we use: whatever
 * else is in it is an error, because a compiler of native images would pass over it in silence.
 */
final class ReachabilityMetadata {
  private static final Set<String> ALL =
      Set.of("allDeclaredMethods", "allDeclaredFields", "allDeclaredConstructors");

  private final List<Map<?, ?>> reflection = new ArrayList<>();
  private final List<String> resources = new ArrayList<>();

  /** Adds a file. */
  void add(URL file) throws IOException {
    try (InputStream in = file.openStream();
        Buffer json = new Buffer().readFrom(in)) {
      add(JsonReader.of(json).readJsonValue());
    }
  }

  void add(Object json) {
    Map<?, ?> file = members(json, Set.of("comment", "reflection", "resources"));
    if (file.containsKey("comment")) {
      text(file.get("comment"));
    }
    list(file.get("reflection")).forEach(entry -> reflection.add(reflective(entry)));
    for (Object resource : list(file.get("resources"))) {
      resources.add(text(members(resource, Set.of("glob")).get("glob")));
    }
  }

  private static Map<?, ?> reflective(Object json) {
    Map<?, ?> entry =
        members(
            json,
            Set.of(
                "type",
                "methods",
                "fields",
                "allDeclaredMethods",
                "allDeclaredFields",
                "allDeclaredConstructors"));
    if (entry.get("type") instanceof Map<?, ?> proxy) {
      list(members(proxy, Set.of("proxy")).get("proxy")).forEach(ReachabilityMetadata::text);
      require(entry.size() == 1, entry);
    } else {
      text(entry.get("type"));
    }
    for (Object method : list(entry.get("methods"))) {
      Map<?, ?> named = members(method, Set.of("name", "parameterTypes"));
      text(named.get("name"));
      list(named.get("parameterTypes")).forEach(ReachabilityMetadata::text);
    }
    list(entry.get("fields")).forEach(field -> text(members(field, Set.of("name")).get("name")));
    ALL.forEach(
        all -> require(!entry.containsKey(all) || entry.get(all) instanceof Boolean, entry));
    return entry;
  }

  /** Returns whether a call of the JDK, as {@link ReflectionTrace} writes it, would find it. */
  boolean covers(String method, List<String> arguments) {
    String first = arguments.get(0);
    return switch (method) {
      case "forName", "getMethods", "getRecordComponents" -> has(first, "type", first);
      case "getMethod", "getDeclaredMethod" -> hasMethod(first, arguments);
      case "findStaticVarHandle", "getDeclaredField" -> hasField(first, arguments.get(1));
      case "getDeclaredMethods" -> has(first, "allDeclaredMethods", true);
      case "getResource", "getResourceAsStream" -> resources.contains(resource(arguments));
      case "newProxyInstance" ->
          reflection.contains(
              Map.of("type", Map.of("proxy", Arrays.asList(arguments.get(1).split(",", -1)))));
      default -> false;
    };
  }

  private boolean has(String type, String member, Object value) {
    return reflection.stream()
        .anyMatch(it -> type.equals(it.get("type")) && value.equals(it.get(member)));
  }

  private boolean hasMethod(String type, List<String> arguments) {
    String types = arguments.size() < 3 ? "" : arguments.get(2);
    Map<?, ?> method =
        Map.of(
            "name",
            arguments.get(1),
            "parameterTypes",
            types.isEmpty() ? List.of() : Arrays.asList(types.split(",", -1)));
    return has(type, "allDeclaredMethods", true)
        || reflection.stream()
            .anyMatch(
                it -> type.equals(it.get("type")) && list(it.get("methods")).contains(method));
  }

  private boolean hasField(String type, String name) {
    return reflection.stream()
        .anyMatch(
            it ->
                type.equals(it.get("type"))
                    && list(it.get("fields")).contains(Map.of("name", name)));
  }

  /** A class takes names without a slash relative to its package, a loader all from the root. */
  private static String resource(List<String> arguments) {
    String name = arguments.get(arguments.size() - 1);
    if (arguments.size() == 1) {
      return name;
    }
    String type = arguments.get(0);
    return name.startsWith("/")
        ? name.substring(1)
        : type.substring(0, type.lastIndexOf('.') + 1).replace('.', '/') + name;
  }

  private static Map<?, ?> members(Object json, Set<String> permitted) {
    require(json instanceof Map<?, ?> map && permitted.containsAll(map.keySet()), json);
    return (Map<?, ?>) json;
  }

  private static List<?> list(Object json) {
    require(json == null || json instanceof List<?>, json);
    return json == null ? List.of() : (List<?>) json;
  }

  private static String text(Object json) {
    require(json instanceof String, json);
    return (String) json;
  }

  private static void require(boolean valid, Object json) {
    if (!valid) {
      throw new IllegalArgumentException("not as the schema says: " + json);
    }
  }
}
