package dev.clerkbapi.openapi.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The sources of the ergonomic client's classes of operations, and of what returns them. */
public final class ResourceSources {
  private static final String FOLDER = "dev/clerkbapi/";

  private ResourceSources() {}

  /**
   * Returns the source of each file, by its path below the root of the sources.
   *
   * @param prepared the description with overlays, rewritten
   */
  public static Map<String, String> of(JsonNode prepared) {
    List<ResourceView> resources = new ResourceViews(prepared).all();
    Map<String, String> sources = new TreeMap<>();
    for (ResourceView resource : resources) {
      sources.put(FOLDER + resource.generated() + ".java", printed("resource", resource));
    }
    sources.put(FOLDER + "Resources.java", printed("resources", Map.of("resources", resources)));
    return sources;
  }

  private static String printed(String template, Object view) {
    String file = "/clerk-java/" + template + ".mustache";
    try (InputStream text = ResourceSources.class.getResourceAsStream(file)) {
      String source =
          new String(Objects.requireNonNull(text, file).readAllBytes(), StandardCharsets.UTF_8);
      return SourceLayout.of(Mustache.compiler().escapeHTML(false).compile(source).execute(view));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
