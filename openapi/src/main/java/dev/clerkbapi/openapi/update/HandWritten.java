package dev.clerkbapi.openapi.update;

import dev.clerkbapi.openapi.ErrorCodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The ergonomic module against a new client: what its compiler will say. */
final class HandWritten {
  private static final int ENOUGH = 20;

  private final Workspace workspace;
  private final Client client;
  private final Path scratch;

  HandWritten(Workspace workspace, Client client, Path scratch) {
    this.workspace = workspace;
    this.client = client;
    this.scratch = scratch;
  }

  /** Returns the errors, the first ones of many. */
  List<String> errors() {
    Path codes = scratch.resolve("error-codes");
    try {
      ErrorCodes.write(
          workspace.errorCodes(), codes.resolve("dev/clerkbapi/errors/ErrorCodes.java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Compiler.compile(
            List.of(workspace.ergonomicSources(), codes),
            List.of(client.classes()),
            scratch.resolve("ergonomic"))
        .stream()
        .limit(ENOUGH)
        .map(error -> "sdk-ergonomic does not compile: " + error)
        .toList();
  }
}
