package dev.clerkbapi.testing.internal.bapi;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts what a request says into the example that responds to it. */
public final class Echo {
  private Echo() {}

  /**
   * Replaces the members of a response that the request has too: those of the path, and of the
   * body.
   *
   * @param response is changed; not an object, it stays as it is
   */
  @SuppressWarnings("unchecked") // The keys of JSON are strings.
  public static void into(
      @Nullable Object response, Operation operation, Map<String, String> path, Object body) {
    Schema schema = operation.response().map(Schema::merged).orElse(null);
    if (schema == null || !(response instanceof Map<?, ?> map)) {
      return;
    }
    Map<String, @Nullable Object> members = (Map<String, @Nullable Object>) map;
    path.forEach((name, value) -> put(members, schema, name, value));
    id(operation, path).ifPresent(id -> put(members, schema, "id", id));
    if (body instanceof Map<?, ?> sent) {
      sent.forEach((name, value) -> put(members, schema, (String) name, value));
    }
  }

  /** Replaces a member, if the schema has it and the value fits. */
  public static void put(
      Map<String, @Nullable Object> members, Schema schema, String name, @Nullable Object value) {
    Schema member = schema.properties().get(name);
    if (member != null && SchemaCheck.problem(member, value, name).isEmpty()) {
      members.put(name, value);
    }
  }

  /** The ID of what the response is, if the path names it; not that of what it belongs to. */
  private static Optional<String> id(Operation operation, Map<String, String> path) {
    int begin = operation.path().lastIndexOf('{');
    int end = operation.path().lastIndexOf('}');
    if (begin < 0) {
      return Optional.empty();
    }
    String owner = operation.path().substring(0, end + 1);
    boolean isOwner =
        owner.equals(operation.path())
            || (name(operation).isPresent()
                && Bapi.described()
                    .operation("GET " + owner)
                    .flatMap(Echo::name)
                    .equals(name(operation)));
    return isOwner
        ? Optional.ofNullable(path.get(operation.path().substring(begin + 1, end)))
        : Optional.empty();
  }

  private static Optional<String> name(Operation operation) {
    return operation.response().flatMap(Schema::name);
  }
}
