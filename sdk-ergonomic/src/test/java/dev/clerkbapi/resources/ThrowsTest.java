package dev.clerkbapi.resources;

import static dev.clerkbapi.resources.DescribedApi.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.errors.ClerkApiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Javadoc of a method names the exceptions for the statuses that its operation is known for.
 */
class ThrowsTest {
  private static final Path GENERATED = Path.of("target/generated-sources/resources");
  private static final Path BY_HAND = Path.of("src/main/java");

  static List<DescribedOperation> operations() {
    return new DescribedApi()
        .operations().stream().filter(it -> it.node().containsKey("x-throws")).toList();
  }

  /** The comment of each method of that name. */
  private static List<String> comments(DescribedOperation operation) throws IOException {
    boolean byHand = operation.node().containsKey("x-by-hand");
    String type = (String) operation.node().get("x-resource");
    Path folder = (byHand ? BY_HAND : GENERATED).resolve("dev/clerkbapi");
    Path base = folder.resolve(type + "Operations.java");
    Path file = Files.exists(base) ? base : folder.resolve(type + ".java");
    Matcher method =
        Pattern.compile(
                "/\\*\\*((?:(?!\\*/)(?s:.))*)\\*/\n(?:  @Deprecated\n)?  public \\S.* "
                    + operation.methodName()
                    + "\\(")
            .matcher(Files.readString(file));
    List<String> comments = new ArrayList<>();
    while (method.find()) {
      comments.add(method.group(1));
    }
    return comments;
  }

  @ParameterizedTest
  @MethodSource("operations")
  void method_documentsTheExceptionOfEachStatus(DescribedOperation operation) throws IOException {
    List<String> comments = comments(operation);
    assertThat(comments).isNotEmpty();
    boolean byHand = operation.node().containsKey("x-by-hand");
    for (Map.Entry<String, Object> error : object(operation.node().get("x-throws")).entrySet()) {
      Class<?> type =
          ClerkApiException.builder(Integer.parseInt(error.getKey())).build().getClass();
      boolean ofEveryMethod = byHand && List.of("400", "401", "503").contains(error.getKey());
      String tag = "@throws " + type.getName().replace('$', '.') + " ";
      if (!ofEveryMethod) {
        assertThat(comments).allSatisfy(it -> assertThat(it).contains(tag));
      }
    }
  }

  /** Or else nothing would be checked of what overlays say beyond the description. */
  @Test
  void lockUser_isKnownForWhatItsDescriptionDoesNotDeclare() {
    assertThat(operations()).hasSizeGreaterThan(200);
    assertThat(operations())
        .filteredOn(it -> it.name().equals("lockUser"))
        .singleElement()
        .satisfies(
            it ->
                assertThat(object(it.node().get("x-throws")))
                    .containsOnlyKeys("401", "403", "404", "409", "503"));
  }
}
