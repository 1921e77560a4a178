package dev.clerkbapi.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.BadDocumentException;
import dev.clerkbapi.openapi.description.Documents;
import dev.clerkbapi.openapi.description.Facts;
import java.nio.file.Path;

/** Writes {@code bapi.yml}: the facts of a published description of BAPI. */
public final class Import {
  private Import() {}

  /** {@code args}: the description to read, the file to write. */
  public static void main(String[] args) {
    if (args.length != 2) {
      System.err.println("usage: Import DESCRIPTION BAPI.YML");
      System.exit(2);
    }
    try {
      run(Path.of(args[0]), Path.of(args[1]));
    } catch (BadDocumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  static void run(Path description, Path target) {
    ObjectNode document = Documents.read(description);
    if (!document.path("openapi").asText().startsWith("3.")) {
      throw new BadDocumentException(description + ": not an OpenAPI 3 document");
    }
    Documents.write(target, Documents.toYaml(Facts.of(document)));
  }
}
