package dev.clerkbapi.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.clerkbapi.cli");

  @Test
  void journal_knowsNothingOfTheCommand() {
    noClasses()
        .that()
        .resideInAPackage("dev.clerkbapi.cli.journal")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.clerkbapi.cli")
        .check(classes);
  }

  @Test
  void command_usesOnlyThePublicApi() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.clerkbapi.internal..", "dev.clerkbapi.json..")
        .check(classes);
  }
}
