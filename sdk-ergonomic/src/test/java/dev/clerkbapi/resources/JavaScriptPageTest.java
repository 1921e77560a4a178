package dev.clerkbapi.resources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.fixtures.MeasuredPage;
import dev.clerkbapi.resources.ClientMethodsTest.Row;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** {@code docs/javascript.md}: where the methods of Clerk's JavaScript client are in this SDK. */
class JavaScriptPageTest {
  private static final List<ResourceMethod> OURS = ResourceMethod.all();
  private static final DescribedApi API = new DescribedApi();
  private static final String OPENING =
      """
      # From Clerk's JavaScript client

      What `clerkClient` of Clerk's JavaScript SDK can do, and the method that does it here. The names are the same wherever there is an
      operation for them. Three things differ:

      - A list comes as a `Page`, and `stream...` reads page after page.
      - Required values are arguments; the rest is set in a lambda, such as `p -> p.limit(20)`, or in an object with a builder.
      - A failed call throws a `ClerkException`; it does not resolve to an error.

      A test writes the tables on this page from the code, and fails when they differ from it.

      ## Methods of both

      | JavaScript | Java | returns |
      | --- | --- | --- |
      """;
  private static final String ONLY_HERE =
      """

      ## Operations without a method in JavaScript

      | Java | returns |
      | --- | --- |
      """;

  @Test
  void page_saysWhatIsWhere() throws IOException {
    List<String> lines = new ArrayList<>(OPENING.lines().toList());
    ClientMethodsTest.rows().forEach(row -> lines.add(line(row)));
    lines.addAll(ONLY_HERE.lines().toList());
    onlyHere().forEach(it -> lines.add("| " + javaCells(it) + " |"));

    MeasuredPage.compareOrUpdate("javascript.md", lines);
  }

  @Test
  void everyOperation_isOnThePage() throws IOException {
    long shared =
        ClientMethodsTest.rows().stream()
            .filter(row -> !row.operation().isEmpty())
            .map(row -> row.operation())
            .distinct()
            .count();
    assertThat(shared + onlyHere().size()).isEqualTo(API.operations().size());
  }

  private static String line(Row row) {
    String script = "| `" + row.resource() + "." + row.method() + "()` | ";
    return row.operation().isEmpty()
        ? script + row.reason() + " | |"
        : script + javaCells(operation(row.operation())) + " |";
  }

  private static DescribedOperation operation(String name) {
    return API.operations().stream()
        .filter(it -> it.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow();
  }

  /** By resource, each in the order of the description. */
  private static List<DescribedOperation> onlyHere() throws IOException {
    List<String> shared =
        ClientMethodsTest.rows().stream()
            .map(row -> row.operation().toLowerCase(Locale.ROOT))
            .toList();
    return API.operations().stream()
        .filter(it -> !shared.contains(it.name().toLowerCase(Locale.ROOT)))
        .sorted(Comparator.comparing(DescribedOperation::accessor))
        .toList();
  }

  private static String javaCells(DescribedOperation operation) {
    ResourceMethod call = method(operation, operation.methodName());
    String list = operation.methodName().replaceFirst("^(get|list)(?![a-z])", "");
    boolean streams = operation.response().containsKey("x-page");
    String stream =
        OURS.stream()
            .filter(it -> streams && it.accessor().getName().equals(operation.accessor()))
            .map(it -> it.method().getName())
            .filter(("stream" + list)::equalsIgnoreCase)
            .findFirst()
            .map(name -> ", `" + name + "(..)`")
            .orElse("");
    return code(operation, call) + stream + " | " + returned(call.method().getGenericReturnType());
  }

  private static String code(DescribedOperation operation, ResourceMethod call) {
    boolean bare =
        OURS.stream()
            .filter(it -> it.accessor().equals(call.accessor()))
            .filter(it -> it.method().getName().equals(call.method().getName()))
            .allMatch(it -> it.method().getParameterCount() == 0);
    return "`" + operation.accessor() + "()." + operation.methodName() + (bare ? "()`" : "(..)`");
  }

  private static ResourceMethod method(DescribedOperation operation, String name) {
    return OURS.stream()
        .filter(it -> it.accessor().getName().equals(operation.accessor()))
        .filter(it -> it.method().getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no method for " + operation.name()));
  }

  private static String returned(Type type) {
    return type == void.class ? "" : "`" + type.getTypeName().replaceAll("[\\w.]+\\.", "") + "`";
  }
}
