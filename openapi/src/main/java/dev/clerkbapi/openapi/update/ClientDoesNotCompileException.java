package dev.clerkbapi.openapi.update;

import java.util.List;

/** The generated client of a description has errors; a fault of the generator or of a name. */
final class ClientDoesNotCompileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClientDoesNotCompileException(String version, List<String> errors) {
    super(
        "the client of "
            + version
            + " does not compile, with "
            + errors.size()
            + " errors, the first: "
            + errors.get(0));
  }
}
