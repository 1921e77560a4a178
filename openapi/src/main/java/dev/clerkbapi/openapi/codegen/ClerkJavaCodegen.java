package dev.clerkbapi.openapi.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableMap;
import com.samskivert.mustache.Mustache;
import dev.clerkbapi.openapi.description.Documents;
import dev.clerkbapi.openapi.description.Extensions;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.servers.Server;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.languages.AbstractJavaCodegen;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.OperationMap;
import org.openapitools.codegen.model.OperationsMap;

/**
 * The generator that the Maven plugin runs, by the name of this class.
 *
 * <p>OpenAPI Generator decides which files there are; what stands in them comes from views that are
 * made of the rewritten description itself, because the generator's own models lose what stands
 * beside a {@code $ref}.
 */
public final class ClerkJavaCodegen extends AbstractJavaCodegen {
  private static final String VIEW = "view";

  /** Where a compiler of native images looks: below META-INF, by group and module. */
  private static final String NATIVE_IMAGE =
      "resources/META-INF/native-image/dev.clerkbapi/sdk-generated";

  private JsonNode description = Documents.MAPPER.createObjectNode();
  private @Nullable TypeViews types;
  private @Nullable OperationViews operations;

  public ClerkJavaCodegen() {
    embeddedTemplateDir = templateDir = "clerk-java";
    modelPackage = "dev.clerkbapi.model";
    apiPackage = "dev.clerkbapi.api";
    sourceFolder = "java";
    modelTemplateFiles.clear();
    modelTemplateFiles.put("type.mustache", ".java");
    apiTemplateFiles.clear();
    apiTemplateFiles.put("api.mustache", ".java");
    modelDocTemplateFiles.clear();
    apiDocTemplateFiles.clear();
    modelTestTemplateFiles.clear();
    apiTestTemplateFiles.clear();
    hideGenerationTimestamp = true;
  }

  @Override
  public String getName() {
    return "clerk-java";
  }

  @Override
  public String getHelp() {
    return "Generates the Retrofit interfaces and Moshi models of the Clerk Backend API.";
  }

  @Override
  public void processOpts() {
    description = Documents.read(Path.of(getInputSpec()));
    modelPackage = description.path(Extensions.PACKAGE).asText(modelPackage);
    super.processOpts();
    JsonNode schemas = description.path("components").path("schemas");
    types = new TypeViews(schemas);
    operations = new OperationViews(schemas);
    additionalProperties.put("bapiVersion", description.path("info").path("version").asText());
    additionalProperties.put("pageMembers", pageMembers());
    additionalProperties.put("bapiUrl", description.path("servers").path(0).path("url").asText());
    supportingFiles.clear();
    String models = "java/" + modelPackage.replace('.', '/');
    supportingFiles.add(new SupportingFile("adapters-by-name.mustache", models, "Adapters.java"));
    supportingFiles.add(new SupportingFile("model-text.mustache", models, "ModelText.java"));
    if (!description.has(Extensions.PACKAGE)) {
      addFilesOfBapi();
    }
  }

  private void addFilesOfBapi() {
    supportingFiles.add(new SupportingFile("bapi.mustache", "java/dev/clerkbapi/api", "Bapi.java"));
    supportingFiles.add(
        new SupportingFile("adapters.mustache", "java/dev/clerkbapi/model", "BapiAdapters.java"));
    supportingFiles.add(
        new SupportingFile(
            "reachability-metadata.mustache", NATIVE_IMAGE, "reachability-metadata.json"));
  }

  @Override
  protected ImmutableMap.Builder<String, Mustache.Lambda> addMustacheLambdas() {
    return super.addMustacheLambdas().put("layout", new SourceLayout());
  }

  /** The members that hold the list, in responses that have its total beside it. */
  private List<String> pageMembers() {
    Set<String> members = new TreeSet<>(Set.of("data")); // As in every publication so far.
    description.path("paths").findValues(Extensions.PAGE).forEach(it -> members.add(it.asText()));
    members.remove("");
    return List.copyOf(members);
  }

  /** Prints nothing; the superclass asks for donations in every build. */
  @Override
  public void postProcess() {}

  /** The rewriter gave every type its Java name already. */
  @Override
  public String toModelName(String name) {
    return name;
  }

  @Override
  @SuppressWarnings("rawtypes") // as declared by the superclass
  public CodegenModel fromModel(String name, Schema schema) {
    CodegenModel model = super.fromModel(name, schema);
    if (types != null) {
      model.getVendorExtensions().put(VIEW, types.of(name));
    }
    return model;
  }

  @Override
  public CodegenOperation fromOperation(
      String path, String httpMethod, Operation operation, List<Server> servers) {
    CodegenOperation result = super.fromOperation(path, httpMethod, operation, servers);
    JsonNode node = description.path("paths").path(path).path(httpMethod.toLowerCase(Locale.ROOT));
    if (operations != null) {
      result.vendorExtensions.put(VIEW, operations.of(httpMethod, path, node));
    }
    return result;
  }

  @Override
  public OperationsMap postProcessOperationsWithModels(OperationsMap given, List<ModelMap> all) {
    OperationsMap result = super.postProcessOperationsWithModels(given, all);
    OperationMap tag = result.getOperations();
    Set<String> imports = new TreeSet<>();
    List<OperationView> views = new ArrayList<>();
    String tagName = "";
    for (CodegenOperation operation : tag.getOperation()) {
      if (operation.vendorExtensions.get(VIEW) instanceof OperationView view) {
        imports.addAll(view.imports());
        views.add(view);
      }
      tagName = operation.tags.get(0).getName();
    }
    result.put("interfaceDoc", Javadoc.of(tagProse(tagName)).render(""));
    result.put("interfaceImports", List.copyOf(imports));
    result.put("views", views);
    return result;
  }

  private String tagProse(String tag) {
    for (JsonNode candidate : description.path("tags")) {
      if (candidate.path("name").asText().equals(tag) && candidate.has("description")) {
        return candidate.get("description").asText();
      }
    }
    return "The operations that Clerk lists under " + tag + ".";
  }
}
