package dev.clerkbapi.resources;

import static dev.clerkbapi.resources.DescribedApi.object;

import java.util.Map;
import java.util.regex.Pattern;

/** An operation of the description, as the ergonomic client sees it. */
record DescribedOperation(String method, String path, Map<String, Object> node) {

  String accessor() {
    return (String) node.get("x-accessor");
  }

  String methodName() {
    return (String) node.get("x-method");
  }

  String name() {
    return (String) node.get("operationId");
  }

  /** How a successful response is described; empty where it has no body. */
  Map<String, Object> response() {
    return schema(object(object(node.get("responses")).get("200")).get("content"));
  }

  boolean isUpload() {
    return object(object(node.get("requestBody")).get("content"))
        .containsKey("multipart/form-data");
  }

  boolean isAddressedBy(String method, String path) {
    return this.method.equals(method)
        && Pattern.matches(this.path.replaceAll("\\{[^}]*}", "[^/]+"), path);
  }

  int placeholders() {
    return path.split("\\{", -1).length;
  }

  private static Map<String, Object> schema(Object content) {
    return object(content).values().stream()
        .map(media -> object(object(media).get("schema")))
        .findFirst()
        .orElse(Map.of());
  }
}
