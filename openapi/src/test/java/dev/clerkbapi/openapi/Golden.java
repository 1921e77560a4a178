package dev.clerkbapi.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.openapi.description.Documents;
import java.nio.file.Path;

/** Texts that a person has read and approved, so that a change of them is seen as a diff. */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/dev/clerkbapi/openapi");

  private Golden() {}

  /**
   * Compares with the approved text. {@code mvn test -pl openapi -Dgolden.update=true} approves
   * what there is now; look at it with {@code git diff}.
   */
  public static void check(String file, String text) {
    Path approved = FOLDER.resolve(file);
    if (Boolean.getBoolean("golden.update")) {
      Documents.write(approved, text);
    }
    assertThat(approved).hasContent(text);
  }
}
