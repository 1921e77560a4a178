package dev.clerkbapi.testing.internal.bapi;

import dev.clerkbapi.testing.internal.http.Request;
import dev.clerkbapi.testing.internal.json.Json;
import dev.clerkbapi.testing.internal.json.JsonException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Compares a request with what its operation takes, and reads its body. */
public final class RequestCheck {
  /** A request that fits, with its body: an object or a list, empty if there was none. */
  public record Result(Optional<Problem> problem, Object body) {}

  private RequestCheck() {}

  /**
   * Checks a request.
   *
   * @param query each parameter with its values
   */
  public static Result check(
      Operation operation, Request request, Map<String, List<String>> query) {
    Optional<Problem> problem = query(operation, query);
    return problem.isPresent() ? new Result(problem, Map.of()) : body(operation, request);
  }

  private static Optional<Problem> query(Operation operation, Map<String, List<String>> query) {
    Map<String, Parameter> known = new LinkedHashMap<>();
    for (Parameter parameter : operation.parameters()) {
      if (!parameter.inPath()) {
        known.put(parameter.name(), parameter);
        if (parameter.required() && !query.containsKey(parameter.name())) {
          return wrong("form_param_missing", parameter.name(), "is required");
        }
      }
    }
    for (Map.Entry<String, List<String>> sent : query.entrySet()) {
      Parameter parameter = known.get(sent.getKey());
      Optional<Problem> problem =
          parameter == null
              ? wrong(
                  "form_param_unknown",
                  sent.getKey(),
                  "is no parameter of " + operation.key() + ", which has " + known.keySet())
              : SchemaCheck.problem(
                      parameter.schema(), QueryValues.of(parameter, sent.getValue()), sent.getKey())
                  .map(p -> Problem.of(p.code(), sent.getKey(), p.message()));
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private static Result body(Operation operation, Request request) {
    Operation.Body expected = operation.body().orElse(null);
    boolean empty = request.body().length == 0;
    String type = type(request);
    if (expected == null) {
      return empty || isEmptyObject(request)
          ? new Result(Optional.empty(), Map.of())
          : refused(400, "request_body_invalid", operation.key() + " takes no body");
    }
    if (!empty && !type.equals(expected.type())) {
      return refused(
          415, "unsupported_content_type", "The body is " + expected.type() + ", not " + type);
    }
    if (expected.type().startsWith("multipart/")) {
      return new Result(Multipart.problem(expected, request), Map.of());
    }
    if (empty) {
      return withoutBody(expected);
    }
    try {
      Object body = Json.read(request.text());
      return new Result(
          SchemaCheck.problem(expected.schema(), body, ""), body == null ? Map.of() : body);
    } catch (JsonException e) {
      return refused(400, "request_body_invalid", "The body is not JSON: " + e.getMessage());
    }
  }

  /** No body is an object without members, which may lack something. */
  private static Result withoutBody(Operation.Body expected) {
    Optional<Problem> problem = SchemaCheck.problem(expected.schema(), Map.of(), "");
    if (problem.isEmpty() && expected.required()) {
      problem = Optional.of(Problem.of("form_data_missing", "", "The body is required"));
    }
    return new Result(problem, Map.of());
  }

  private static boolean isEmptyObject(Request request) {
    return request.text().strip().equals("{}");
  }

  private static String type(Request request) {
    String header = request.header("Content-Type");
    return header == null ? "" : header.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  private static Result refused(int status, String code, String message) {
    return new Result(Optional.of(new Problem(status, code, "", message)), Map.of());
  }

  private static Optional<Problem> wrong(String code, String param, String truth) {
    return Optional.of(Problem.of(code, param, param + " " + truth));
  }
}
