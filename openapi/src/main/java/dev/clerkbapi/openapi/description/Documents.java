package dev.clerkbapi.openapi.description;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads and writes YAML and JSON documents as Jackson trees. */
public final class Documents {
  public static final ObjectMapper MAPPER = new ObjectMapper();

  /** Upstream's documents have some 20,000 lines; more than this is not a description of BAPI. */
  private static final int MAX_CHARACTERS = 64 * 1024 * 1024;

  /** Documents may share what repeats; what the aliases stand for is bounded by {@link Trees}. */
  private static final int MAX_ALIASES = 10_000;

  private Documents() {}

  /**
   * Reads a YAML or JSON file whose root is a mapping.
   *
   * @throws BadDocumentException when the file is missing, is not YAML, or has another root
   */
  public static ObjectNode read(Path file) {
    return parse(file.toString(), text(file));
  }

  /** Parses YAML, of which JSON is a part. {@code name} stands in messages. */
  public static ObjectNode parse(String name, String text) {
    if (text.stripLeading().startsWith("<")) {
      throw new BadDocumentException(name + ":1: a page of HTML or XML, not YAML or JSON");
    }
    if (Trees.of(name, load(name, text)) instanceof ObjectNode tree) {
      return tree;
    }
    throw new BadDocumentException(name + ":1: not an OpenAPI document: the root is no mapping");
  }

  private static @Nullable Object load(String name, String text) {
    try {
      return new Load(settings(name)).loadFromString(text);
    } catch (MarkedYamlEngineException e) {
      String line = e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
      throw new BadDocumentException(name + line + ": not YAML: " + e.getProblem(), e);
    } catch (YamlEngineException e) {
      throw new BadDocumentException(name + ": not YAML: " + oneLine(e), e);
    } catch (StackOverflowError e) {
      throw new BadDocumentException(name + ": not YAML: nested too deep to be read", e);
    }
  }

  static LoadSettings settings(String name) {
    return LoadSettings.builder()
        .setLabel(name)
        .setCodePointLimit(MAX_CHARACTERS)
        .setAllowDuplicateKeys(false)
        .setMaxAliasesForCollections(MAX_ALIASES)
        .build();
  }

  /**
   * Block-style YAML that means the same in every version of YAML, keys in the order of the tree;
   * the same tree gives the same bytes.
   */
  public static String toYaml(ObjectNode tree) {
    DumpSettings settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setWidth(120)
            .setUseUnicodeEncoding(false) // Some characters end a line in YAML 1.1 only.
            .build();
    return new Dump(settings, new PortableScalars(settings))
        .dumpToString(MAPPER.convertValue(tree, Object.class));
  }

  public static void writeJson(Path file, ObjectNode tree) {
    try {
      write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the text unless the file holds it already, so that nothing downstream looks changed. */
  public static void write(Path file, String text) {
    try {
      if (Files.exists(file) && Files.readString(file).equals(text)) {
        return;
      }
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces the file atomically: a reader sees the old text or the new one. */
  public static void replace(Path file, String text) {
    Path target = file.toAbsolutePath();
    Path beside = target.resolveSibling(target.getFileName() + ".new");
    try {
      Files.createDirectories(target.getParent());
      try {
        Files.writeString(beside, text);
        Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BadDocumentException(file + ": no such file");
    }
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new BadDocumentException(file + ": cannot be read as UTF-8 text", e);
    }
  }

  private static String oneLine(Exception e) {
    return String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
  }
}
