package dev.clerkbapi.resources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each method of Clerk's JavaScript client has its place here, or a reason why it has none. */
class ClientMethodsTest {
  private static final List<ResourceMethod> OURS = ResourceMethod.all();

  /** A method of the JavaScript client, and the operation behind it. */
  record Row(String resource, String method, String operation, String reason) {
    boolean isHere() {
      return OURS.stream()
          .anyMatch(
              it ->
                  it.accessor().getName().equalsIgnoreCase(resource)
                      && it.method().getName().equalsIgnoreCase(method));
    }
  }

  static List<Row> rows() throws IOException {
    try (BufferedReader table =
        new BufferedReader(
            new InputStreamReader(
                ClientMethodsTest.class.getResourceAsStream("client-methods.tsv"),
                StandardCharsets.UTF_8))) {
      return table
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .map(ClientMethodsTest::row)
          .toList();
    }
  }

  private static Row row(String[] cells) {
    return new Row(cells[0], cells[1], cells[2], cells[3]);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void method_isHereUnlessThereIsAReason(Row row) {
    assertThat(row.isHere()).as(row.reason()).isEqualTo(row.reason().isEmpty());
  }

  @Test
  void operation_isMethodOfTheSameResource() throws IOException {
    DescribedApi api = new DescribedApi();
    List<Row> rows = rows().stream().filter(row -> !row.operation().isEmpty()).toList();

    assertThat(rows).hasSizeGreaterThan(180);
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(api.operations())
                    .filteredOn(it -> it.name().equalsIgnoreCase(row.operation()))
                    .singleElement()
                    .extracting(DescribedOperation::accessor)
                    .asString()
                    .isEqualToIgnoringCase(row.resource()));
  }
}
