package dev.clerkbapi.openapi.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.BadDocumentException;
import dev.clerkbapi.openapi.description.Documents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One overlay file: a list of actions, applied in order. */
public record Overlay(String file, List<Action> actions) {

  /** What to do at {@code target}: merge {@code update} into it, or remove it. */
  public record Action(String target, @Nullable ObjectNode update, boolean remove) {}

  /** Reads the {@code *.yml} files of a folder in the order of their names. */
  public static List<Overlay> readAll(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yml"))
          .sorted()
          .map(Overlay::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Overlay read(Path path) {
    ObjectNode document = Documents.read(path);
    String file = path.getFileName().toString();
    if (!document.path("overlay").asText().startsWith("1.0")) {
      throw new BadDocumentException(file + ": not an OpenAPI Overlay 1.0 document");
    }
    List<Action> actions = new ArrayList<>();
    for (JsonNode action : document.path("actions")) {
      actions.add(action(file, action));
    }
    return new Overlay(file, List.copyOf(actions));
  }

  private static Action action(String file, JsonNode action) {
    String target = action.path("target").asText();
    boolean remove = action.path("remove").asBoolean();
    ObjectNode update = action.get("update") instanceof ObjectNode node ? node : null;
    if (target.isEmpty() || remove == (update != null)) {
      throw new BadDocumentException(
          file + ": each action has a target, and either update (a mapping) or remove: " + action);
    }
    return new Action(target, update, remove);
  }
}
