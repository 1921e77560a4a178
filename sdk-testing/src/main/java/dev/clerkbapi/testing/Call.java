package dev.clerkbapi.testing;

import dev.clerkbapi.testing.internal.bapi.Operation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that fits the description.
 *
 * @param path the values in the path, such as that of {@code user_id}
 * @param body an object or a list; an empty object if there was none
 * @param authorization the header, with the key; empty if there was none
 */
record Call(
    Operation operation, Map<String, String> path, Query query, Object body, String authorization) {

  /** Returns a value of the path, which its operation has. */
  String param(String name) {
    return Objects.requireNonNull(path.get(name), name);
  }

  /** Returns the members of the body; empty if it is a list. */
  @SuppressWarnings("unchecked") // The keys of JSON are strings.
  Map<String, @Nullable Object> members() {
    return body instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
  }

  /** Returns a member of the body that is text. */
  Optional<String> text(String name) {
    return members().get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** Returns a member of the body that is a list of texts; empty if it is not there. */
  List<String> texts(String name) {
    return members().get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }
}
