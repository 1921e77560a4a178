package dev.clerkbapi;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who may know whom, and what a public signature may show. */
@AnalyzeClasses(
    packages = "dev.clerkbapi",
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestingModule.class})
class ArchitectureTest {
  private static final String[] GENERATED = {
    "dev.clerkbapi.api", "dev.clerkbapi.model", "dev.clerkbapi.json"
  };

  /** The models' way into Moshi, for those who bring a Retrofit of their own. */
  private static final String MOSHI_BRIDGE = "BapiAdapters";

  /** Where Retrofit and OkHttp show, by design: an HTTP client of one's own, and any operation. */
  private static final Set<String> ESCAPE_HATCHES =
      Set.of(
          "ClerkClientBuilder.httpClient",
          "ClerkClient.call",
          "ClerkClient.callAsync",
          MOSHI_BRIDGE + ".create");

  /** Of our own tests, and of users': never on a run-time class path. */
  static final class NoTestingModule implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("dev/clerkbapi/testing");
    }
  }

  @ArchTest
  static final ArchRule generatedCodeKnowsNothingOfTheErgonomicLayer =
      noClasses()
          .that()
          .resideInAnyPackage(GENERATED)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("dev.clerkbapi..").and(not(resideInAnyPackage(GENERATED))));

  @ArchTest
  static final ArchRule runtimeOfTheModelsKnowsNoModel =
      noClasses()
          .that()
          .resideInAPackage("dev.clerkbapi.json")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.clerkbapi.model", "dev.clerkbapi.api");

  /** The engine decides, HTTP speaks, both stand on support; arrows go one way. */
  @ArchTest
  static final ArchRule internalsAreThreeLayers =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("api")
          .definedBy("dev.clerkbapi")
          .layer("bulk")
          .definedBy("dev.clerkbapi.bulk")
          .layer("engine")
          .definedBy("dev.clerkbapi.internal.engine")
          .layer("http")
          .definedBy("dev.clerkbapi.internal.http")
          .layer("support")
          .definedBy("dev.clerkbapi.internal.support")
          .whereLayer("bulk")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("api")
          .mayOnlyBeAccessedByLayers("bulk")
          .whereLayer("engine")
          .mayOnlyBeAccessedByLayers("api")
          .whereLayer("http")
          .mayOnlyBeAccessedByLayers("engine", "api")
          .whereLayer("support")
          .mayOnlyBeAccessedByLayers("http", "engine", "api");

  @ArchTest
  static final ArchRule noPackageLeadsBackToItself =
      slices().matching("dev.clerkbapi.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule errorsDependOnNothingOfOurs =
      noClasses()
          .that()
          .resideInAPackage("dev.clerkbapi.errors")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.clerkbapi..")
                  .and(not(resideInAPackage("dev.clerkbapi.errors"))));

  @ArchTest
  static final ArchRule nothingOfTheGeneratorIsNeededAtRunTime =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.clerkbapi.openapi..", "org.openapitools..");

  @ArchTest
  static final ArchRule runTimeNeedsOnlyWhatIsDeclared =
      classes()
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "java..",
                  "javax.net..",
                  "dev.clerkbapi..",
                  "com.squareup.moshi..",
                  "okhttp3..",
                  "okio..",
                  "retrofit2..",
                  "kotlin..",
                  "org.jspecify.annotations.."));

  @ArchTest
  static final ArchRule publicSignaturesShowModelsAndTheJdk =
      ArchRuleDefinition.methods()
          .that()
          .areDeclaredInClassesThat(
              resideInAnyPackage(
                  "dev.clerkbapi",
                  "dev.clerkbapi.bulk",
                  "dev.clerkbapi.errors",
                  "dev.clerkbapi.metadata",
                  "dev.clerkbapi.model"))
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .should(showOnlyModelsAndTheJdk());

  @ArchTest
  static final ArchRule nobodyElseMakesOurTypes =
      constructors()
          .that()
          .areDeclaredInClassesThat(
              resideInAnyPackage(
                  "dev.clerkbapi",
                  "dev.clerkbapi.bulk",
                  "dev.clerkbapi.errors",
                  "dev.clerkbapi.metadata",
                  "dev.clerkbapi.model"))
          .and()
          .areDeclaredInClassesThat()
          .doNotHaveSimpleName(MOSHI_BRIDGE)
          .should()
          .notBePublic();

  private static ArchCondition<JavaMethod> showOnlyModelsAndTheJdk() {
    return new ArchCondition<>("show models and JDK types only, but for the escape hatches") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        String name = method.getOwner().getSimpleName() + "." + method.getName();
        if (!method.getModifiers().contains(JavaModifier.PUBLIC)
            || ESCAPE_HATCHES.contains(name)
            || method.getModifiers().contains(JavaModifier.SYNTHETIC)) {
          return;
        }
        for (JavaClass shown : shownBy(method)) {
          if (!isPresentable(shown)) {
            events.add(
                SimpleConditionEvent.violated(
                    method, method.getFullName() + " shows " + shown.getName()));
          }
        }
      }
    };
  }

  private static List<JavaClass> shownBy(JavaMethod method) {
    List<JavaType> types = new ArrayList<>(method.getParameterTypes());
    types.add(method.getReturnType());
    List<JavaClass> shown = new ArrayList<>(method.getExceptionTypes().size());
    for (JavaType type : types) {
      shown.addAll(type.getAllInvolvedRawTypes());
    }
    return shown;
  }

  private static boolean isPresentable(JavaClass type) {
    String home = type.getBaseComponentType().getPackageName();
    boolean own = home.startsWith("dev.clerkbapi") && !home.startsWith("dev.clerkbapi.internal");
    return home.isEmpty() || home.startsWith("java.") || own;
  }
}
