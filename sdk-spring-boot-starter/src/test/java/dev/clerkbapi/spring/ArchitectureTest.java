package dev.clerkbapi.spring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom: an application need not have what is optional. */
@AnalyzeClasses(
    packages = "dev.clerkbapi.spring",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule onlyTheApiOfTheClientIsUsed =
      noClasses().should().dependOnClassesThat().resideInAPackage("dev.clerkbapi.internal..");

  @ArchTest
  static final ArchRule micrometerShowsInMetricsOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.clerkbapi.spring.metrics")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.micrometer..");

  @ArchTest
  static final ArchRule actuatorShowsInItsPackageOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.clerkbapi.spring.actuate")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework.boot.actuate..", "..boot.health..");

  @ArchTest
  static final ArchRule securityShowsInItsPackagesOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.clerkbapi.spring.security", "dev.clerkbapi.spring.testing")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework.security..");

  @ArchTest
  static final ArchRule fakesAreForTests =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.clerkbapi.spring.testing")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.clerkbapi.testing", "org.springframework.test..");

  @ArchTest
  static final ArchRule webShowsInWebhooksAndSecurityOnly =
      noClasses()
          .that()
          .resideInAPackage("dev.clerkbapi.spring")
          .and()
          .haveNameNotMatching(".*Webhook.*")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework.web..", "jakarta..");
}
