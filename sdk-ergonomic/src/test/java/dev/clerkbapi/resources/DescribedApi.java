package dev.clerkbapi.resources;

import com.squareup.moshi.JsonReader;
import dev.clerkbapi.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okio.BufferedSource;
import okio.Okio;

/** The description that the client was generated from. */
final class DescribedApi {
  private static final Path FILE = Path.of("../sdk-generated/target/openapi/bapi.json");

  private final Map<String, Object> description;
  private final List<DescribedOperation> operations = new ArrayList<>();

  DescribedApi() {
    try (BufferedSource file = Okio.buffer(Okio.source(FILE))) {
      description = Json.map(JsonReader.of(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    object(description.get("paths"))
        .forEach(
            (path, methods) ->
                object(methods)
                    .forEach(
                        (method, operation) ->
                            operations.add(
                                new DescribedOperation(
                                    method.toUpperCase(Locale.ROOT), path, object(operation)))));
  }

  List<DescribedOperation> operations() {
    return operations;
  }

  Map<String, Object> type(String name) {
    return object(object(object(description.get("components")).get("schemas")).get(name));
  }

  /** The optional query parameters of an operation, by name. */
  Map<String, Object> params(DescribedOperation operation) {
    Object type = operation.node().get("x-params");
    return type == null ? Map.of() : object(type((String) type).get("properties"));
  }

  /** The operation that a request addresses; the one with the fewest placeholders if several. */
  DescribedOperation addressed(String method, String path) {
    return operations.stream()
        .filter(operation -> operation.isAddressedBy(method, path))
        .min((a, b) -> Integer.compare(a.placeholders(), b.placeholders()))
        .orElseThrow(() -> new AssertionError("no operation is " + method + " " + path));
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }
}
