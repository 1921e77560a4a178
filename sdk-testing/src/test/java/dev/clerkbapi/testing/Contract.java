package dev.clerkbapi.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** Atlassian's validator with BAPI's description: an opinion that is not our own. */
public final class Contract {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Contract() {}

  public static OpenApiInteractionValidator validator(JsonNode description) {
    return OpenApiInteractionValidator.createForInlineApiSpecification(description.toString())
        .withBasePathOverride("/")
        .withLevelResolver(
            LevelResolver.create()
                .withLevel(
                    "validation.request.parameter.query.unexpected", ValidationReport.Level.ERROR)
                .build())
        .build();
  }

  /**
   * The validator takes a discriminator for a schema of its own; without it, oneOf is checked as it
   * stands.
   */
  public static JsonNode description() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(10_000_000);
    try (java.io.Reader yaml =
        java.nio.file.Files.newBufferedReader(Path.of("../openapi/bapi.yml"))) {
      JsonNode description = MAPPER.valueToTree(new Yaml(options).load(yaml));
      description
          .findParents("discriminator")
          .forEach(schema -> ((ObjectNode) schema).remove("discriminator"));
      for (String closed : List.of("EnterpriseConnection", "SAMLConnection")) {
        // Required, but not described, so that no response could be valid; as 1-fixes.yml has it.
        ObjectNode members =
            (ObjectNode) description.at("/components/schemas/" + closed + "/properties");
        members.putObject("authenticatable").put("type", "boolean");
        members.putObject("disable_jit_provisioning").put("type", "boolean");
      }
      description.findParents("allOf").forEach(schema -> merge((ObjectNode) schema, description));
      return description;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Makes one object of several: the validator wants each part to have all members itself. */
  private static void merge(ObjectNode schema, JsonNode root) {
    if (schema.path("allOf").size() < 2) {
      return;
    }
    JsonNode parts = schema.remove("allOf");
    ObjectNode properties = schema.withObject("/properties");
    ArrayNode required = schema.withArray("/required");
    for (JsonNode part : parts) {
      ObjectNode resolved = resolved(part, root);
      merge(resolved, root);
      resolved
          .path("properties")
          .properties()
          .forEach(member -> properties.set(member.getKey(), member.getValue()));
      required.addAll(resolved.withArray("/required"));
    }
    schema.put("type", "object");
  }

  private static ObjectNode resolved(JsonNode part, JsonNode root) {
    return part.has("$ref")
        ? root.at(part.get("$ref").asText().substring(1)).deepCopy()
        : part.deepCopy();
  }
}
