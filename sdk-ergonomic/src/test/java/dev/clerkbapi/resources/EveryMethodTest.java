package dev.clerkbapi.resources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.Upload;
import dev.clerkbapi.json.Model;
import dev.clerkbapi.json.Page;
import dev.clerkbapi.json.QueryParams;
import dev.clerkbapi.resources.ExampleServer.Received;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every method of every class of operations, against a server that responds as described: it sends
 * its own operation's request with all that it was given, and reads the response.
 */
class EveryMethodTest {
  private static final Set<String> PAGING = Set.of("limit", "offset");
  private static final DescribedApi API = new DescribedApi();
  private static final Arguments ARGUMENTS = new Arguments(new Examples(API));

  private static ExampleServer server;
  private static ClerkClient clerk;

  @BeforeAll
  static void start() throws IOException {
    server = new ExampleServer(API);
    clerk =
        ClerkClient.builder()
            .secretKey("sk_test_everyMethod")
            .baseUrl(server.baseUrl())
            .timeout(Duration.ofSeconds(30))
            .build();
  }

  @AfterAll
  static void stop() {
    clerk.close();
    server.close();
  }

  static List<ResourceMethod> methods() {
    return ResourceMethod.calls();
  }

  static List<ResourceMethod> streams() {
    return ResourceMethod.streams();
  }

  @ParameterizedTest
  @MethodSource("streams")
  void stream_readsItsList(ResourceMethod method) throws Exception {
    Object[] arguments = ARGUMENTS.of(method.method());
    Stream<?> elements = (Stream<?>) method.invoke(clerk, arguments);
    assertThat(server.taken()).as("request before the stream is read").isNull();
    assertThat(elements).hasSize(1);
    Received request = server.taken();

    String list = request.operation().methodName().replaceFirst("^(get|list)(?![a-z])", "");
    assertThat(request.operation().accessor()).isEqualTo(method.accessor().getName());
    assertThat(method.method().getName()).isEqualToIgnoringCase("stream" + list);
    assertThat(request.query()).contains("limit=100", "offset=0");
    for (int i = 0; i < arguments.length; i++) {
      assertSent(method.method().getGenericParameterTypes()[i], arguments[i], request);
    }
  }

  @Test
  void everyListThatHasPages_hasAStream() {
    long paged =
        API.operations().stream()
            .filter(operation -> operation.response().containsKey("x-page"))
            .filter(operation -> API.params(operation).keySet().containsAll(PAGING))
            .count();

    assertThat(paged).isGreaterThan(30);
    assertThat(streams()).hasSize((int) (3 * paged)); // All arguments, none optional, a lambda.
  }

  @ParameterizedTest
  @MethodSource("methods")
  void method_sendsItsOperationAndReadsTheResponse(ResourceMethod method) throws Exception {
    Object[] arguments = ARGUMENTS.of(method.method());
    Object value = method.invoke(clerk, arguments);
    Received request = server.taken();

    assertThat(request.operation().accessor()).isEqualTo(method.accessor().getName());
    assertThat(request.operation().methodName()).isEqualTo(method.method().getName());
    for (int i = 0; i < arguments.length; i++) {
      assertSent(method.method().getGenericParameterTypes()[i], arguments[i], request);
    }
    assertRead(request.operation(), method.method().getReturnType(), value);
  }

  private static void assertSent(Type type, Object argument, Received request) throws Exception {
    if (argument instanceof byte[] bytes) {
      assertThat(request.body()).contains(new String(bytes, StandardCharsets.UTF_8));
    } else if (argument instanceof Upload upload) {
      assertThat(request.body())
          .contains(
              new String(Arguments.BYTES, StandardCharsets.UTF_8),
              upload.fileName(),
              upload.contentType());
    } else if (argument instanceof QueryParams || type.getTypeName().contains("Params$Builder>")) {
      assertThat(request.query()).contains("probe=" + Arguments.TEXT);
    } else if (argument instanceof Model model) {
      assertThat(request.body()).isEqualTo(model.toJson());
    } else if (argument instanceof List<?> list) {
      assertThat(request.body()).isEqualTo("[" + ((Model) list.get(0)).toJson() + "]");
    } else if (argument instanceof Consumer<?>) {
      String name = type.getTypeName().replaceAll(".*<(.*)\\$Builder>", "$1");
      assertThat(request.body()).isEqualTo(((Model) ARGUMENTS.model(Class.forName(name))).toJson());
    } else {
      assertThat(request.path() + request.query() + request.body()).contains(argument.toString());
    }
  }

  private static void assertRead(DescribedOperation operation, Class<?> type, Object value) {
    if (operation.response().isEmpty()) {
      assertThat(type).isEqualTo(void.class);
    } else {
      assertThat(value).isInstanceOf(type);
    }
    if (value instanceof Page<?> page) {
      assertThat(page).hasSize(1);
      assertThat(page.additionalMembers()).isEmpty();
    }
  }

  /** What is under which name must not depend on what one passes. */
  @Test
  void everyOperation_isExactlyOneMethodOfOneClass() throws Exception {
    Map<String, TreeSet<String>> methods = new TreeMap<>();
    for (ResourceMethod method : methods()) {
      server.taken();
      method.invoke(clerk, ARGUMENTS.of(method.method()));
      methods
          .computeIfAbsent(server.taken().operation().name(), key -> new TreeSet<>())
          .add(method.accessor().getName() + "()." + method.method().getName());
    }

    assertThat(methods.keySet())
        .containsExactlyInAnyOrderElementsOf(
            API.operations().stream().map(DescribedOperation::name).toList())
        .hasSizeGreaterThanOrEqualTo(249);
    assertThat(methods).allSatisfy((operation, its) -> assertThat(its).hasSize(1));
  }
}
