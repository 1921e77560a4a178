package dev.clerkbapi.openapi.update;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.openapi.ErrorCodes;
import dev.clerkbapi.openapi.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The ergonomic module on top of a client: what is written by hand, and what is generated beside
 * it.
 */
final class HandWritten {
  private static final int ENOUGH = 20;

  private final Workspace workspace;
  private final Client client;
  private final JsonNode prepared;
  private final Path folder;

  /** {@code prepared}: the description that the client was generated from. */
  HandWritten(Workspace workspace, Client client, JsonNode prepared, Path folder) {
    this.workspace = workspace;
    this.client = client;
    this.prepared = prepared;
    this.folder = folder;
  }

  /** Compiles it; returns the errors, the first ones of many. */
  List<String> compile() {
    Path generated = folder.resolve("sources");
    Resources.write(prepared, generated);
    try {
      ErrorCodes.write(
          workspace.errorCodes(),
          folder.resolve("error-codes/dev/clerkbapi/errors/ErrorCodes.java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Compiler.compile(
            List.of(workspace.ergonomicSources(), generated, folder.resolve("error-codes")),
            List.of(client.classes()),
            classes())
        .stream()
        .limit(ENOUGH)
        .map(error -> "sdk-ergonomic does not compile: " + error)
        .toList();
  }

  /** Packs all that callers see, once it compiled. */
  Path jar() {
    return Jars.packed(List.of(client.classes(), classes()), folder.resolve("all.jar"));
  }

  private Path classes() {
    return folder.resolve("classes");
  }
}
