package dev.clerkbapi.openapi.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.Documents;
import dev.clerkbapi.openapi.rewrite.Rewriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TodoTest {
  private static List<String> todo(ObjectNode description) {
    return Todo.of(Rewriter.rewrite(description).description());
  }

  @Test
  void descriptionWithoutProse_listsAllThatIsMissing() {
    assertThat(todo(Documents.parse("things", Things.BAPI)))
        .contains(
            "no prose in 5-prose-*.yml: tag Things",
            "no prose in 5-prose-*.yml: operation `getThing` (GET /things/{id})",
            "no prose in 5-prose-*.yml: parameter `id` of `getThing` (GET /things/{id})",
            "no prose in 5-prose-*.yml: type `Thing`",
            "no prose in 5-prose-*.yml: member `Thing.color`",
            "no prose in 5-prose-*.yml: member `ListThingsParams.limit`",
            "undecided in 3-retry-safety.yml: whether `paintThing` (POST /things/{id}/paint) may be sent twice")
        .doesNotContain("no prose in 5-prose-*.yml: type `ListThingsParams`");
  }

  @Test
  void whatIsWritten_isNotListed() {
    ObjectNode things = Documents.parse("things", Things.BAPI);
    ((ObjectNode) things.at("/components/schemas/Circle")).put("description", "A circle.");
    ((ObjectNode) things.at("/paths/~1things~1{id}~1paint/post")).put("x-idempotent", false);
    assertThat(todo(things))
        .noneMatch(line -> line.contains("type `Circle`"))
        .noneMatch(line -> line.contains("whether `paintThing`"))
        .anyMatch(line -> line.contains("member `Circle.radius`"));
  }
}
