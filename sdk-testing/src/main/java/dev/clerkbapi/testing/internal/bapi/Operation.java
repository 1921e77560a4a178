package dev.clerkbapi.testing.internal.bapi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An operation of BAPI.
 *
 * @param method such as {@code POST}
 * @param path such as {@code /users/{user_id}/lock}
 * @param id such as {@code LockUser}
 * @param tag such as {@code Users}
 * @param open whether it needs no secret key
 * @param status of its success, such as 200
 * @param response the schema of its success, if that has a body of JSON
 */
public record Operation(
    String method,
    String path,
    String id,
    String tag,
    boolean open,
    List<Parameter> parameters,
    Optional<Body> body,
    int status,
    Optional<Schema> response) {

  /** The body that an operation takes. */
  public record Body(String type, boolean required, Schema schema) {}

  /** Returns the method and path. */
  public String key() {
    return method + " " + path;
  }

  static Operation of(Map<?, ?> json, Map<?, ?> named) {
    Map<?, ?> response = json.get("response") instanceof Map<?, ?> map ? map : Map.of();
    return new Operation(
        text(json, "method"),
        text(json, "path"),
        text(json, "id"),
        text(json, "tag"),
        Boolean.TRUE.equals(json.get("open")),
        ((List<?>) Objects.requireNonNull(json.get("parameters")))
            .stream().map(parameter -> parameter((Map<?, ?>) parameter, named)).toList(),
        json.get("body") instanceof Map<?, ?> body
            ? Optional.of(body(body, named))
            : Optional.empty(),
        response.get("status") instanceof Number status ? status.intValue() : 200,
        "application/json".equals(response.get("type"))
            ? Optional.of(schema(response, named))
            : Optional.empty());
  }

  private static Parameter parameter(Map<?, ?> json, Map<?, ?> named) {
    return new Parameter(
        text(json, "name"),
        "path".equals(json.get("in")),
        Boolean.TRUE.equals(json.get("required")),
        Boolean.FALSE.equals(json.get("explode")),
        schema(json, named));
  }

  private static Body body(Map<?, ?> json, Map<?, ?> named) {
    return new Body(
        text(json, "type"), Boolean.TRUE.equals(json.get("required")), schema(json, named));
  }

  private static Schema schema(Map<?, ?> json, Map<?, ?> named) {
    return new Schema((Map<?, ?>) Objects.requireNonNull(json.get("schema")), named);
  }

  private static String text(Map<?, ?> json, String key) {
    return (String) Objects.requireNonNull(json.get(key), key);
  }
}
