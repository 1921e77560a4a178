package dev.clerkbapi.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ErrorCodesTest {
  @Test
  void source_hasNoLongLines() throws Exception {
    String source = ErrorCodes.source(Files.readAllLines(Path.of("error-codes.tsv")));
    assertThat(source.lines()).hasSizeGreaterThan(600);
    assertThat(source.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(120));
  }
}
