package dev.clerkbapi.openapi.update;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.codegen.ClerkJavaCodegen;
import dev.clerkbapi.openapi.description.Documents;
import java.nio.file.Path;
import java.util.List;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/**
 * The client of one description, in a folder of its own: its sources, as the build generates them,
 * and its classes.
 */
final class Client {
  private final Path folder;

  Client(Path folder) {
    this.folder = folder;
  }

  Path sources() {
    return folder.resolve("sources/java");
  }

  Path classes() {
    return folder.resolve("classes");
  }

  Path jar() {
    return folder.resolve("client.jar");
  }

  /** Generates the sources from a prepared description. */
  void generate(ObjectNode prepared) {
    Path input = folder.resolve("bapi.json");
    Documents.writeJson(input, prepared);
    CodegenConfigurator settings =
        new CodegenConfigurator()
            .setGeneratorName(ClerkJavaCodegen.class.getName())
            .setInputSpec(input.toString())
            .setOutputDir(folder.resolve("sources").toString())
            .setValidateSpec(false)
            .addOpenapiNormalizer("DISABLE_ALL", "true");
    settings.addAdditionalProperty("sourceFolder", "java");
    DefaultGenerator generator = new DefaultGenerator();
    generator.setGenerateMetadata(false);
    for (String unwanted : List.of("apiTests", "apiDocs", "modelTests", "modelDocs")) {
      generator.setGeneratorPropertyDefault(unwanted, "false");
    }
    generator.opts(settings.toClientOptInput()).generate();
  }

  /** Compiles what was generated, with what belongs to it; returns the errors. */
  List<String> compile(Path runtime, Path... libraries) {
    List<String> errors =
        Compiler.compile(List.of(sources(), runtime), List.of(libraries), classes());
    if (errors.isEmpty()) {
      Jars.packed(List.of(classes()), jar());
    }
    return errors;
  }
}
