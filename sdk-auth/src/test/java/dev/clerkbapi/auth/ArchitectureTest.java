package dev.clerkbapi.auth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(
    packages = "dev.clerkbapi.auth",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule formatsKnowNothingOfTheirMeaning =
      noClasses()
          .that()
          .resideInAPackage("dev.clerkbapi.auth.internal")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.clerkbapi.auth", "dev.clerkbapi", "dev.clerkbapi.model");

  @ArchTest
  static final ArchRule onlyTheApiOfTheClientIsUsed =
      noClasses().should().dependOnClassesThat().resideInAPackage("dev.clerkbapi.internal..");

  @ArchTest
  static final ArchRule cryptographyIsTheJdks =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.nimbusds..", "org.jose4j..", "okhttp3..", "com.squareup..");

  @ArchTest
  static final ArchRule optionalApisShowInTheirAdaptersOnly =
      noClasses()
          .that()
          .haveSimpleNameNotStartingWith("Incoming")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta..", "com.sun..");

  @ArchTest
  static final ArchRule publicClassesAreFinal =
      classes()
          .that()
          .arePublic()
          .and()
          .areNotInterfaces()
          .should()
          .haveModifier(JavaModifier.FINAL);
}
