package dev.clerkbapi.testing.internal.bapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clerkbapi.testing.Contract;
import dev.clerkbapi.testing.internal.bapi.Bed.Sent;
import dev.clerkbapi.testing.internal.json.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Drives each operation of BAPI, as it should be and in each way in which it should not be. */
class EveryOperationTest {
  private static final JsonNode DESCRIPTION = Contract.description();
  private static final OpenApiInteractionValidator VALIDATOR = Contract.validator(DESCRIPTION);

  private static Bed refusing;

  @BeforeAll
  static void start() throws IOException {
    refusing = new Bed();
  }

  @AfterAll
  static void stop() {
    refusing.close();
  }

  static Stream<String> operations() {
    return Bapi.described().operations().stream().map(Operation::key);
  }

  private static Operation operation(String key) {
    return Bapi.described().operation(key).orElseThrow();
  }

  @Test
  void theResource_hasWhatTheDescriptionHas() {
    List<String> keys = new ArrayList<>();
    DESCRIPTION
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method -> keys.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    assertThat(operations()).containsExactlyInAnyOrderElementsOf(keys);
    assertThat(Bapi.described().version()).isEqualTo(DESCRIPTION.at("/info/version").asText());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void validRequest_getsAValidResponse(String key) throws IOException {
    Operation operation = operation(key);
    try (Bed bed = new Bed()) {
      Sent sent = bed.valid(operation);
      HttpResponse<String> response = bed.send(sent);
      assertThat(response.statusCode())
          .as(sent + ": " + response.body())
          .isEqualTo(operation.status());
      assertThat(problems(sent, response)).as(sent + ": " + response.body()).isEmpty();
    }
  }

  private static List<String> problems(Sent sent, HttpResponse<String> response) {
    SimpleRequest.Builder request =
        new SimpleRequest.Builder(Request.Method.valueOf(sent.method()), sent.path())
            .withHeader("Authorization", "Bearer sk_test_x");
    for (String pair :
        sent.query().isEmpty() ? List.<String>of() : List.of(sent.query().split("&", -1))) {
      request.withQueryParam(pair.replaceFirst("=.*", ""), pair.replaceFirst("[^=]*=", ""));
    }
    if (!sent.body().isEmpty()) {
      request.withContentType(sent.type()).withBody(sent.body());
    }
    SimpleResponse.Builder answer = SimpleResponse.Builder.status(response.statusCode());
    response
        .headers()
        .firstValue("Content-Type")
        .ifPresent(type -> answer.withContentType(type).withBody(response.body()));
    return VALIDATOR.validate(request.build(), answer.build()).getMessages().stream()
        .map(String::valueOf)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void unknownQueryParameter_isRefused(String key) throws IOException {
    Sent sent = refusing.valid(operation(key));
    String more = sent.query().isEmpty() ? "shoe_size=1" : sent.query() + "&shoe_size=1";
    refused(sent.withQuery(more), 422, "form_param_unknown", "shoe_size");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void queryParameters_areRefusedIfMissingOrOfTheWrongType(String key) throws IOException {
    Operation operation = operation(key);
    Sent sent = refusing.valid(operation);
    for (Parameter parameter : operation.parameters()) {
      if (parameter.inPath()) {
        continue;
      }
      String name = parameter.name();
      if (parameter.required()) {
        refused(sent.withQuery(""), 422, "form_param_missing", name);
      }
      Schema schema = parameter.schema().resolved();
      Schema each = schema.schema("items").orElse(schema).resolved();
      String others = sent.query().replaceFirst("(^|&)" + name + "=[^&]*", "");
      boolean isText = each.text("type").orElse("string").equals("string");
      if (!isText || !each.values().isEmpty()) {
        refused(
            sent.withQuery(others + "&" + name + "=shoe"),
            422,
            isText ? "form_param_value_invalid" : "form_param_type_invalid",
            name);
      }
      if (schema.number("minimum").isPresent()) {
        String below = name + "=" + (schema.number("minimum").get().longValue() - 1);
        refused(sent.withQuery(others + "&" + below), 422, "form_param_value_invalid", name);
      }
      if (schema.number("maximum").isPresent()) {
        String above = name + "=" + (schema.number("maximum").get().longValue() + 1);
        refused(sent.withQuery(others + "&" + above), 422, "form_param_value_too_large", name);
      }
    }
  }

  static Stream<String> withBody() {
    return Bapi.described().operations().stream()
        .filter(operation -> operation.body().isPresent())
        .map(Operation::key);
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void bodyOfAnotherKind_isRefused(String key) throws IOException {
    Operation operation = operation(key);
    Sent sent = refusing.valid(operation);
    refused(sent.withBody("text/plain", "x"), 415, "unsupported_content_type", "");
    if (operation.body().orElseThrow().type().startsWith("multipart")) {
      refused(
          sent.withBody(Bed.MULTIPART, Bed.multipart("uploader_user_id")),
          422,
          "form_param_missing",
          "file");
      refused(
          sent.withBody(Bed.MULTIPART, Bed.multipart("file") + Bed.multipart("shoe")),
          422,
          "form_param_unknown",
          "shoe");
    } else {
      refused(sent.withBody("application/json", "{"), 400, "request_body_invalid", "");
      refused(sent.withBody("application/json", "\"x\""), 422, "form_param_type_invalid", "");
    }
  }

  @ParameterizedTest
  @MethodSource("withBody")
  void members_areRefusedIfMissingUnknownOrOfTheWrongType(String key) throws IOException {
    Operation operation = operation(key);
    Sent sent = refusing.valid(operation);
    if (!(operation.body().orElseThrow().type().equals("application/json")
        && Json.read(sent.body()) instanceof Map<?, ?> body)) {
      return;
    }
    Schema schema = operation.body().orElseThrow().schema().merged();
    for (String name : schema.required()) {
      Map<Object, Object> without = new LinkedHashMap<>(body);
      without.remove(name);
      refused(json(sent, without), 422, "form_param_missing", name);
    }
    if (Boolean.FALSE.equals(schema.value("additionalProperties"))) {
      refused(json(sent, with(body, "shoe_size", 1)), 422, "form_param_unknown", "shoe_size");
    }
    for (Map.Entry<String, Schema> member : schema.properties().entrySet()) {
      boolean isText = member.getValue().merged().text("type").orElse("").equals("string");
      if (member.getValue().merged().text("type").isPresent()) {
        Object wrong = isText ? (Object) 1 : "shoe";
        refused(
            json(sent, with(body, member.getKey(), wrong)),
            422,
            "form_param_type_invalid",
            member.getKey());
      }
      if (isText && !member.getValue().merged().values().isEmpty()) {
        refused(
            json(sent, with(body, member.getKey(), "shoe")),
            422,
            "form_param_value_invalid",
            member.getKey());
      }
    }
  }

  private static Map<Object, Object> with(Map<?, ?> body, String name, Object value) {
    Map<Object, Object> changed = new LinkedHashMap<>(body);
    changed.put(name, value);
    return changed;
  }

  private static Sent json(Sent sent, Map<?, ?> body) {
    return sent.withBody("application/json", Json.write(body));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void otherMethodOfAPath_is501_andSaysWhichItHas(String key) throws IOException {
    Operation operation = operation(key);
    String path = refusing.valid(operation).path();
    List<String> has = Bapi.described().methods("/v1" + path);
    for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")) {
      if (!has.contains(method)) {
        HttpResponse<String> response = refusing.send(new Sent(method, path, "", "", ""));
        assertThat(response.statusCode()).isEqualTo(501);
        assertThat(response.body())
            .contains("no operation " + method, Bapi.described().version(), String.join(", ", has));
      }
    }
  }

  private static void refused(Sent sent, int status, String code, String param) throws IOException {
    HttpResponse<String> response = refusing.send(sent);
    JsonNode error = new ObjectMapper().readTree(response.body()).at("/errors/0");
    assertThat(response.statusCode()).as(sent + ": " + response.body()).isEqualTo(status);
    assertThat(error.path("code").asText()).as(response.body()).isEqualTo(code);
    assertThat(error.at("/meta/param_name").asText()).as(response.body()).isEqualTo(param);
  }
}
