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
    document.write(Document.RUN, "first numbers\n");
    Path file = docs.resolve("performance.md");
    Files.writeString(file, Files.readString(file) + "\nWritten by hand.\n");
    document.write(Document.RUN, "second numbers\n");

    assertThat(Files.readString(file))
        .contains("second numbers", "Written by hand.")
        .doesNotContain("first numbers");
  }

  @Test
  void commandThatMeasuresAPart_keepsTheOthers(@TempDir Path docs) throws Exception {
    Document document = new Document(docs);
    document.write(Document.RUN, "calls\n");
    document.write(Document.VERIFICATION, "first tokens\n");
    document.write(Document.VERIFICATION, "second tokens\n");
    document.write(Document.RUN, "other calls\n");

    assertThat(Files.readString(docs.resolve("performance.md")))
        .containsSubsequence("other calls", "second tokens")
        .doesNotContain("first tokens")
        .doesNotContainPattern("\ncalls");
  }

  @Test
  void partThatLostItsEnd_doesNotTakeTheNext() {
    String text =
        """
        <!-- measured: written by benchmarks/run -->
        <!-- measured: written by benchmarks/run verification -->
        <!-- end of what was measured -->
        """;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Document.replaced(text, Document.RUN, "x"));
    assertThat(Document.replaced(text, Document.VERIFICATION, "x")).contains("x");
  }

  @Test
  void documentWithoutItsMarks_isLeftAlone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Document.replaced("# Performance", Document.RUN, "x"));
  }
}
