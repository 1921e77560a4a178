package dev.clerkbapi.testing;

import dev.clerkbapi.testing.internal.json.Json;
import dev.clerkbapi.testing.internal.json.JsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The responses that a test gave; the latest comes first. Thread-safe. */
final class Stubs {
  private final List<Stub> stubs = new CopyOnWriteArrayList<>();

  private record Stub(PathTemplate path, String method, JsonResponse response) {}

  void add(String method, String path, int status, String json) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("a status is from 200 to 599, not " + status);
    }
    stubs.add(
        0,
        new Stub(PathTemplate.of(path), method, new JsonResponse(status, parsed(json), Map.of())));
  }

  Optional<JsonResponse> find(String method, String path) {
    return stubs.stream()
        .filter(stub -> stub.method().equals(method) && stub.path().matches(path))
        .findFirst()
        .map(Stub::response);
  }

  private static @Nullable Object parsed(String json) {
    try {
      return json.isEmpty() ? null : Json.read(json);
    } catch (JsonException e) {
      throw new IllegalArgumentException("not JSON: " + json, e);
    }
  }

  /** A path in which {@code {..}} stands for any part. */
  record PathTemplate(List<String> parts) {
    static PathTemplate of(String path) {
      if (!path.startsWith("/v1/") || path.contains("?")) {
        throw new IllegalArgumentException(
            "a path without query, such as /v1/domains/{domain_id}, not " + path);
      }
      return new PathTemplate(List.of(path.split("/", -1)));
    }

    boolean matches(String path) {
      List<String> sent = new ArrayList<>(List.of(path.split("/", -1)));
      for (int i = 0; i < sent.size() && sent.size() == parts.size(); i++) {
        if (parts.get(i).startsWith("{")) {
          sent.set(i, parts.get(i));
        }
      }
      return sent.equals(parts);
    }
  }
}
