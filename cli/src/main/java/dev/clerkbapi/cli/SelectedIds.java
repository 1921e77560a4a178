package dev.clerkbapi.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file of IDs that is there as a whole, or not at all. The number of IDs is known only at the end
 * and stands at the start, so they are collected in a second file beside it.
 */
final class SelectedIds implements AutoCloseable {
  private final Path file;
  private final boolean overwrite;
  private final Path collected;
  private final Path finished;
  private final BufferedWriter writer;
  private long count;

  private SelectedIds(Path file, boolean overwrite, Path folder) throws IOException {
    this.file = file;
    this.overwrite = overwrite;
    this.collected = Files.createTempFile(folder, ".lock-users-", ".ids");
    this.finished = Files.createTempFile(folder, ".lock-users-", ".file");
    this.writer = Files.newBufferedWriter(collected);
    collected.toFile().deleteOnExit(); // Of Ctrl-C.
    finished.toFile().deleteOnExit();
  }

  /**
   * Starts to collect.
   *
   * @throws RefusedException if the file exists and is not to be replaced
   */
  static SelectedIds create(@Nullable Path file, boolean overwrite) throws IOException {
    Path target = Objects.requireNonNull(file, "picocli requires it");
    if (!overwrite && Files.exists(target)) {
      throw exists(target);
    }
    Path folder = target.toAbsolutePath().getParent();
    return new SelectedIds(target, overwrite, Objects.requireNonNull(folder, "a file has one"));
  }

  private static RefusedException exists(Path file) {
    return new RefusedException(file + " exists; give --out a new file, or --overwrite");
  }

  void add(String id) throws IOException {
    writer.write(id);
    writer.write('\n');
    count++;
  }

  long count() {
    return count;
  }

  String name() {
    return file.toString();
  }

  /** Puts the file in its place, with these lines as comments at its start. */
  void finish(String... comments) throws IOException {
    writer.close();
    try (OutputStream out = Files.newOutputStream(finished)) {
      for (String comment : comments) {
        out.write(("# " + Texts.visible(comment) + "\n").getBytes(StandardCharsets.UTF_8));
      }
      Files.copy(collected, out);
    }
    try {
      if (overwrite) {
        Files.move(finished, file, StandardCopyOption.ATOMIC_MOVE);
      } else {
        Files.move(finished, file);
      }
    } catch (FileAlreadyExistsException e) {
      throw exists(file);
    }
  }

  @Override
  public void close() throws IOException {
    try (writer) {
      Files.deleteIfExists(collected);
      Files.deleteIfExists(finished);
    }
  }
}
