package dev.clerkbapi.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentTest {

  @Test
  void secondRun_replacesTheNumbersAndKeepsWhatWasWritten(@TempDir Path docs) throws Exception {
    Document document = new Document(docs);
    document.write("first numbers\n");
    Path file = docs.resolve("performance.md");
    Files.writeString(file, Files.readString(file) + "\nWritten by hand.\n");
    document.write("second numbers\n");

    assertThat(Files.readString(file))
        .contains("second numbers", "Written by hand.")
        .doesNotContain("first numbers");
  }

  @Test
  void documentWithoutItsMarks_isLeftAlone() {
    assertThatIllegalArgumentException().isThrownBy(() -> Document.replaced("# Performance", "x"));
  }
}
