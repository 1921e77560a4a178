package dev.clerkbapi.openapi.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.openapi.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dated versions of the whole API, with this repository's overlays. */
class VersionsTest {
  @TempDir Path folder;

  /** The older version that differs most from the one before it, then there and back. */
  @Test
  void everyDirection_importsGeneratesCompilesAndReports() throws Exception {
    TestWorkspace workspace = TestWorkspace.real(folder.resolve("repository"), "2025-11-10");
    takeOver(workspace, "2026-05-12");
    Golden.check("versions/2025-11-10-to-2026-05-12.md", withoutTodo(workspace.report()));
    takeOver(workspace, "2025-11-10");
    Golden.check("versions/2026-05-12-to-2025-11-10.md", withoutTodo(workspace.report()));
  }

  @Test
  void olderAndHalfTheSize_generatesAndCompilesToo() throws Exception {
    TestWorkspace workspace = TestWorkspace.real(folder.resolve("repository"), "2021-02-05");
    takeOver(workspace, "2025-03-12");
    assertThat(workspace.report())
        .contains("# BAPI 2021-02-05 to 2025-03-12\n\nSuggested version step: **major**");
  }

  private void takeOver(TestWorkspace workspace, String version) throws Exception {
    String bapi = TestWorkspace.bapi(version);
    Path published = Files.writeString(folder.resolve(version + ".yml"), bapi);
    assertThat(workspace.update(published)).as(workspace.errors()).isZero();
    assertThat(new Workspace(workspace.root).bapi()).hasContent(bapi);
    assertThat(workspace.report()).doesNotContain("does not compile", "no longer has");
  }

  /** What is left to do depends on overlays, which grow. */
  private static String withoutTodo(String report) {
    int todo = report.indexOf("\n## Left for a person");
    return todo < 0 ? report : report.substring(0, todo);
  }
}
