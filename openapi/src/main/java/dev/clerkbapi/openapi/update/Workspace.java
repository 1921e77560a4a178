package dev.clerkbapi.openapi.update;

import java.nio.file.Path;

/**
 * Where the parts of this repository are that an update reads, and the two files that it can write.
 */
public record Workspace(Path root) {

  /** The facts of the API: what an update replaces. */
  public Path bapi() {
    return root.resolve("openapi/bapi.yml");
  }

  /** The facts of the webhooks: what an update replaces if its file describes them. */
  public Path webhooks() {
    return root.resolve("openapi/webhooks.yml");
  }

  public Path overlays() {
    return root.resolve("openapi/overlays");
  }

  Path errorCodes() {
    return root.resolve("openapi/error-codes.tsv");
  }

  /** Written by hand, and compiled together with what is generated. */
  Path runtimeOfTheClient() {
    return root.resolve("sdk-generated/src/main/java");
  }

  Path webhookSources() {
    return root.resolve("sdk-webhooks/src/main/java");
  }

  Path ergonomicSources() {
    return root.resolve("sdk-ergonomic/src/main/java");
  }
}
