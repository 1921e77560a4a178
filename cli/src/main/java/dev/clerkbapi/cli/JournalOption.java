package dev.clerkbapi.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The journal that a command needs, because it works on what an earlier run did. */
final class JournalOption {
  @Option(
      names = "--journal",
      paramLabel = "FILE",
      required = true,
      description = "The journal that lock-users wrote.")
  private @Nullable Path file;

  /**
   * Returns the journal's file.
   *
   * @throws RefusedException if there is none
   */
  Path existing() {
    if (file == null || !Files.exists(file)) {
      throw new RefusedException("there is no journal " + file);
    }
    return file;
  }
}
