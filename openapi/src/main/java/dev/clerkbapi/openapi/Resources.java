package dev.clerkbapi.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.openapi.codegen.ResourceSources;
import dev.clerkbapi.openapi.description.Documents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the ergonomic client's classes of operations, such as {@code Organizations}. */
public final class Resources {
  private Resources() {}

  /** {@code args}: bapi.yml, the folder of overlays, the folder for the sources. */
  public static void main(String[] args) {
    JsonNode prepared =
        Prepare.result(Documents.read(Path.of(args[0])), Path.of(args[1])).description();
    write(prepared, Path.of(args[2]));
  }

  /** Writes the sources for a prepared description; a class that it no longer has goes. */
  public static void write(JsonNode prepared, Path folder) {
    Map<String, String> sources = ResourceSources.of(prepared);
    sources.forEach((file, source) -> Documents.write(folder.resolve(file), source));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!sources.containsKey(name)) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
