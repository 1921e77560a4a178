package dev.clerkbapi.resources;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import dev.clerkbapi.resources.ExampleServer.Received;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says what is wrong with a request or a response, by the published description. */
final class RequestCheck {
  private final PublishedApi api;
  private final OpenApiInteractionValidator validator;

  RequestCheck(PublishedApi api) {
    this.api = api;
    this.validator =
        OpenApiInteractionValidator.createForInlineApiSpecification(api.description().toString())
            .withBasePathOverride("/")
            .withLevelResolver(
                LevelResolver.create()
                    .withLevel(
                        "validation.request.parameter.query.unexpected",
                        ValidationReport.Level.ERROR)
                    // Otherwise no object may be more than one part of an allOf says.
                    .withLevel(
                        "validation.schema.additionalProperties", ValidationReport.Level.IGNORE)
                    .build())
            .build();
  }

  List<String> faults(Received request) {
    SimpleRequest.Builder checked =
        new SimpleRequest.Builder(request.operation().method(), request.path())
            .withHeader("Authorization", request.authorization());
    query(request).forEach((name, values) -> checked.withQueryParam(name, values));
    boolean upload = request.contentType().startsWith("multipart/");
    if (!request.contentType().equals("null")) {
      checked.withContentType(request.contentType());
    }
    if (!request.body().isEmpty()) {
      checked.withBody(request.body());
    }
    List<String> faults = new ArrayList<>(messages(validator.validateRequest(checked.build())));
    if (upload) {
      PublishedOperation operation = api.operation(request.operation());
      faults.addAll(Multipart.of(request).faults(operation.body("multipart/form-data")));
    }
    return faults;
  }

  /**
   * Not a fault: some kinds of keys are described so that a key of one is one of the other, too.
   */
  List<String> faults(PublishedOperation operation, String response) {
    SimpleResponse.Builder checked = SimpleResponse.Builder.status(operation.status());
    if (response != null) {
      checked.withContentType("application/json").withBody(response);
    }
    Request.Method method = Request.Method.valueOf(operation.method().toUpperCase(Locale.ROOT));
    return messages(validator.validateResponse(operation.path(), method, checked.build())).stream()
        .filter(it -> !it.matches("(?s).*schema\\.oneOf.*matched [2-9] out of.*"))
        .toList();
  }

  /** The values of each parameter. */
  static Map<String, List<String>> query(Received request) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (!request.query().equals("null")) {
      for (String pair : request.query().split("&", -1)) {
        String[] parts = pair.split("=", 2);
        values.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts[1]);
      }
    }
    return values;
  }

  private static List<String> messages(ValidationReport report) {
    return report.getMessages().stream().map(it -> it.getKey() + ": " + it.getMessage()).toList();
  }
}
