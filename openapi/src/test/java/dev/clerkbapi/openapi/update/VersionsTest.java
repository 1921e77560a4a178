package dev.clerkbapi.openapi.update;

import dev.clerkbapi.openapi.Golden;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The latest two dated versions of the whole API, there and back. */
class VersionsTest {
  @TempDir Path folder;

  @Test
  void everyDirection_importsGeneratesCompilesAndReports() throws Exception {
    TestWorkspace workspace = TestWorkspace.real(folder.resolve("repository"), "2025-11-10");
    workspace.takeOver("2026-05-12");
    Golden.check("versions/2025-11-10-to-2026-05-12.md", withoutTodo(workspace.report()));
    workspace.takeOver("2025-11-10");
    Golden.check("versions/2026-05-12-to-2025-11-10.md", withoutTodo(workspace.report()));
  }

  /** What is left to do depends on overlays, which grow. */
  private static String withoutTodo(String report) {
    int todo = report.indexOf("\n## Left for a person");
    return todo < 0 ? report : report.substring(0, todo);
  }
}
