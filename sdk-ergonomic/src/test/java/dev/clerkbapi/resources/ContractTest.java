package dev.clerkbapi.resources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.squareup.moshi.JsonWriter;
import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.RetryPolicy;
import dev.clerkbapi.json.Json;
import dev.clerkbapi.json.Model;
import dev.clerkbapi.json.OpenEnum;
import dev.clerkbapi.json.Page;
import dev.clerkbapi.resources.ExampleServer.Received;
import dev.clerkbapi.resources.ExampleServer.Response;
import dev.clerkbapi.resources.PublishedExamples.Round;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import okio.Buffer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation, through its methods, against a server that checks each request by the published
 * description and responds with all that the description permits.
 */
class ContractTest {
  private static final PublishedApi PUBLISHED = new PublishedApi();
  private static final DescribedApi API = new DescribedApi();
  private static final RequestCheck CHECK = new RequestCheck(PUBLISHED);

  /** Not for callers: the first decides the shape of a response, the second is an old spelling. */
  private static final Set<String> NOT_OFFERED = Set.of("paginated", "frontendApi");

  private static ExampleServer server;
  private static ClerkClient clerk;
  private static volatile String response;

  @BeforeAll
  static void start() throws IOException {
    server = new ExampleServer(API, ContractTest::respond);
    clerk =
        ClerkClient.builder()
            .secretKey("sk_test_contract")
            .baseUrl(server.baseUrl())
            .retryPolicy(RetryPolicy.none())
            .timeout(Duration.ofSeconds(30))
            .build();
  }

  @AfterAll
  static void stop() {
    clerk.close();
    server.close();
  }

  private static Response respond(DescribedOperation operation) {
    return new Response(PUBLISHED.operation(operation).status(), response);
  }

  static List<ResourceMethod> methods() {
    return ResourceMethod.all();
  }

  /** Of each operation, the method with the most arguments. */
  static Stream<ResourceMethod> operations() {
    Map<String, ResourceMethod> fullest = new LinkedHashMap<>();
    for (ResourceMethod method : ResourceMethod.calls()) {
      fullest.merge(
          operation(method).name(),
          method,
          (a, b) -> a.method().getParameterCount() < b.method().getParameterCount() ? b : a);
    }
    return fullest.values().stream();
  }

  private static PublishedOperation operation(ResourceMethod method) {
    String name = method.method().getName();
    return API.operations().stream()
        .filter(it -> it.accessor().equals(method.accessor().getName()))
        .filter(it -> it.methodName().equals(name) || isStreamOf(it, name))
        .map(PUBLISHED::operation)
        .filter(it -> it.requiredTexts().size() == texts(method)) // Two may share a name.
        .findFirst()
        .orElseThrow(() -> new AssertionError(method + " is of no operation"));
  }

  /** How many texts a method takes first. */
  private static int texts(ResourceMethod method) {
    List<Class<?>> types = List.of(method.method().getParameterTypes());
    int other = 0;
    while (other < types.size() && isText(types.get(other))) {
      other++;
    }
    return other;
  }

  private static boolean isText(Class<?> type) {
    return type == String.class || OpenEnum.class.isAssignableFrom(type);
  }

  private static boolean isStreamOf(DescribedOperation operation, String name) {
    String list = operation.methodName().replaceFirst("^(get|list)(?![a-z])", "");
    return name.equalsIgnoreCase("stream" + list) && operation.response().containsKey("x-page");
  }

  @Test
  void everyOperation_isDriven() {
    assertThat(operations().map(ContractTest::operation))
        .containsExactlyInAnyOrderElementsOf(PUBLISHED.operations())
        .hasSizeGreaterThanOrEqualTo(249);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void requestWithEverything_isAsDescribed(ResourceMethod method) throws Exception {
    Received request = sent(method, Round.EVERYTHING);

    Set<String> offered = new TreeSet<>(operation(method).query());
    offered.removeAll(NOT_OFFERED);
    if (method.method().getReturnType() == Stream.class) {
      offered.remove("starting_after"); // A stream pages by offset.
    }
    if (takes(method, "Params")) {
      assertThat(RequestCheck.query(request).keySet()).containsAll(offered);
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void requestWithTheRequired_isAsDescribed(ResourceMethod method) throws Exception {
    Received request = sent(method, Round.REQUIRED);

    Set<String> query = new TreeSet<>(RequestCheck.query(request).keySet());
    query.removeAll(NOT_OFFERED);
    if (method.method().getReturnType() != Stream.class) {
      assertThat(query).containsExactlyInAnyOrderElementsOf(operation(method).requiredQuery());
    }
  }

  /** A builder that is filled in a lambda leaves out what is null in the example. */
  @ParameterizedTest
  @MethodSource("methods")
  void requestWithNulls_isAsDescribed(ResourceMethod method) throws Exception {
    if (takes(method, "Request") && !takes(method, "Builder")) {
      sent(method, Round.NULLS);
    }
  }

  private static boolean takes(ResourceMethod method, String part) {
    return Stream.of(method.method().getGenericParameterTypes())
        .anyMatch(type -> type.getTypeName().contains(part));
  }

  /** Calls the method, and checks the request that came in. */
  private static Received sent(ResourceMethod method, Round round) throws Exception {
    PublishedOperation operation = operation(method);
    PublishedArguments arguments = new PublishedArguments(operation, round);
    response = example(operation, Round.REQUIRED, 0);
    server.taken();
    Object value = method.invoke(clerk, arguments.of(method.method()));
    if (value instanceof Stream<?> elements) {
      elements.close();
      value = ((Stream<?>) method.invoke(clerk, arguments.of(method.method()))).toList();
    }
    Received request = server.taken();

    assertThat(PUBLISHED.operation(request.operation())).isSameAs(operation);
    assertThat(CHECK.faults(request)).isEmpty();
    boolean modelGiven = takes(method, "Request") && !arguments.body().isMissingNode();
    if (modelGiven) {
      assertThat(JsonDifferences.between(arguments.body().toString(), request.body())).isEmpty();
    }
    return request;
  }

  private static String example(PublishedOperation operation, Round round, int choice) {
    JsonNode schema = operation.response();
    return schema.isMissingNode()
        ? null
        : new PublishedExamples(PUBLISHED, round, choice).of(schema).toString();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void responseWithEverything_isWrittenAsItWasRead(ResourceMethod method) throws Exception {
    assertRead(method, Round.EVERYTHING);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void responseWithTheRequired_isWrittenAsItWasRead(ResourceMethod method) throws Exception {
    assertRead(method, Round.REQUIRED);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void responseWithUnknownMembersAndValues_isWrittenAsItWasRead(ResourceMethod method)
      throws Exception {
    assertRead(method, Round.UNKNOWN);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void responseWithNulls_isWrittenAsItWasRead(ResourceMethod method) throws Exception {
    assertRead(method, Round.NULLS);
  }

  private static void assertRead(ResourceMethod method, Round round) throws Exception {
    PublishedOperation operation = operation(method);
    Object[] arguments = new PublishedArguments(operation, Round.REQUIRED).of(method.method());
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < PublishedExamples.choices(PUBLISHED, operation.response()); i++) {
      response = example(operation, round, i);
      if (round == Round.EVERYTHING || round == Round.REQUIRED) {
        assertThat(CHECK.faults(operation, response)).as("the example").isEmpty();
      }
      Object value = method.invoke(clerk, arguments);
      if (response == null) {
        assertThat(value).isNull();
      } else {
        differences.addAll(JsonDifferences.between(response, json(value)));
      }
    }
    assertThat(differences).isEmpty();
  }

  private static String json(Object value) throws Exception {
    if (value instanceof Model model) {
      return model.toJson();
    } else if (value instanceof Map<?, ?>) {
      Buffer json = new Buffer();
      Json.write(JsonWriter.of(json), value);
      return json.readUtf8();
    }
    return value instanceof Page<?> page
        ? page.toJson()
        : (String) value.getClass().getMethod("toJson").invoke(value);
  }
}
