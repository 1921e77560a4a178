package dev.clerkbapi.openapi.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The oldest version, and the one that is half the size. In a class of its own: it takes long. */
class OlderVersionsTest {
  @TempDir Path folder;

  @Test
  void olderVersions_importGenerateAndCompileToo() throws Exception {
    TestWorkspace workspace = TestWorkspace.real(folder.resolve("repository"), "2021-02-05");
    workspace.takeOver("2025-03-12");
    assertThat(workspace.report())
        .contains("# BAPI 2021-02-05 to 2025-03-12\n\nSuggested version step: **major**");
  }
}
