package dev.clerkbapi.testing.internal.bapi;

import dev.clerkbapi.testing.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What BAPI is, at the version that this library is for. */
public final class Bapi {
  private static final String ROOT = "/v1/";

  /** Read once: it takes some 20 ms. */
  private static final Bapi DESCRIBED = new Bapi(resource());

  private final String version;
  private final List<Operation> operations;
  private final Map<?, ?> schemas;

  /** By the number of parts of the path. */
  private final Map<Integer, List<Route>> routes = new HashMap<>();

  /** An operation, and the parts of its path. */
  private record Route(Operation operation, List<String> parts) {
    boolean matches(String[] path) {
      for (int i = 0; i < path.length; i++) {
        if (!parts.get(i).startsWith("{") && !parts.get(i).equals(path[i])) {
          return false;
        }
      }
      return true;
    }

    /** What is spelled out goes before what is not: {@code users/count} is no user. */
    int spelledOut() {
      int count = 0;
      for (String part : parts) {
        count = count * 2 + (part.startsWith("{") ? 0 : 1);
      }
      return count;
    }
  }

  /** An operation, and the values in its path by their names. */
  public record Match(Operation operation, Map<String, String> path) {}

  private Bapi(Map<?, ?> json) {
    this.version = (String) Objects.requireNonNull(json.get("version"));
    this.schemas = (Map<?, ?>) Objects.requireNonNull(json.get("schemas"));
    List<Operation> all = new ArrayList<>();
    for (Object operation : (List<?>) Objects.requireNonNull(json.get("operations"))) {
      all.add(Operation.of((Map<?, ?>) Objects.requireNonNull(operation), schemas));
    }
    this.operations = List.copyOf(all);
    for (Operation operation : operations) {
      List<String> parts = List.of(operation.path().substring(1).split("/", -1));
      routes.computeIfAbsent(parts.size(), n -> new ArrayList<>()).add(new Route(operation, parts));
    }
    routes.values().forEach(list -> list.sort((a, b) -> b.spelledOut() - a.spelledOut()));
  }

  /** Returns the description. */
  public static Bapi described() {
    return DESCRIBED;
  }

  /** Returns the version, such as {@code 2026-05-12}. */
  public String version() {
    return version;
  }

  /** Returns all operations. */
  public List<Operation> operations() {
    return operations;
  }

  /** Returns a schema, such as {@code User}. */
  public Schema schema(String name) {
    return new Schema(Map.of("$ref", Schema.PREFIX + name), schemas);
  }

  /**
   * Finds the operation of a request.
   *
   * @param path such as {@code /v1/users/user_123}
   */
  public Optional<Match> match(String method, String path) {
    String[] parts = parts(path);
    return candidates(parts)
        .filter(route -> route.operation().method().equals(method))
        .findFirst()
        .map(route -> new Match(route.operation(), values(route, parts)));
  }

  /**
   * Finds an operation.
   *
   * @param key such as {@code GET /users/{user_id}}
   */
  public Optional<Operation> operation(String key) {
    return operations.stream().filter(operation -> operation.key().equals(key)).findFirst();
  }

  /** Returns the methods that a path has. */
  public List<String> methods(String path) {
    return candidates(parts(path))
        .map(route -> route.operation().method())
        .sorted()
        .distinct()
        .toList();
  }

  private Stream<Route> candidates(String[] parts) {
    return routes.getOrDefault(parts.length, List.of()).stream()
        .filter(route -> route.matches(parts));
  }

  /** A path outside the root has no parts, and so no operation. */
  private static String[] parts(String path) {
    return path.startsWith(ROOT) ? path.substring(ROOT.length()).split("/", -1) : new String[0];
  }

  private static Map<String, String> values(Route route, String[] path) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < path.length; i++) {
      String part = route.parts().get(i);
      if (part.startsWith("{")) {
        // A plus stands for itself in a path.
        String value = URLDecoder.decode(path[i].replace("+", "%2B"), StandardCharsets.UTF_8);
        values.put(part.substring(1, part.length() - 1), value);
      }
    }
    return values;
  }

  private static Map<?, ?> resource() {
    try (InputStream json = Bapi.class.getResourceAsStream("bapi.json")) {
      String text = new String(Objects.requireNonNull(json).readAllBytes(), StandardCharsets.UTF_8);
      return (Map<?, ?>) Objects.requireNonNull(Json.read(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
