package dev.clerkbapi.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.resolvers.SelectedClassResolverFromClasspath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What we call exists in the oldest libraries that the client does not refuse. */
class OldestVersionsTest {
  private static final List<String> LIBRARIES =
      List.of("okhttp3.", "okio.", "retrofit2.", "com.squareup.moshi.");

  private static Resolver resolver;

  @BeforeAll
  static void start() {
    resolver = new Resolver();
    // From the class path of this test come the JDK's classes only, never a newer library's.
    ArchConfiguration.get().setClassResolver(SelectedClassResolverFromClasspath.class);
    ArchConfiguration.get().setClassResolverArguments("java");
  }

  @AfterAll
  static void stop() {
    resolver.close();
    ArchConfiguration.get().reset();
  }

  @Test
  void everyCallOfOurs_isThere() throws Exception {
    assertThat(missingWith("4.12.0", "2.8.0")).isEmpty();
  }

  @Test
  void callsThatOlderOnesLack_areFound() throws Exception {
    assertThat(missingWith("3.14.9", "2.7.2"))
        .anyMatch(call -> call.startsWith("okhttp3.ResponseBody.create("))
        .anyMatch(call -> call.startsWith("retrofit2.Call.timeout("));
  }

  private static List<String> missingWith(String okHttp, String retrofit) throws Exception {
    Consumer consumer =
        Consumer.ofTheSdk()
            .managing(
                "com.squareup.okhttp3:okhttp:" + okHttp,
                "com.squareup.okio:okio-jvm:3.13.0",
                "com.squareup.retrofit2:retrofit:" + retrofit,
                "com.squareup.retrofit2:converter-moshi:" + retrofit);
    List<Location> places = new ArrayList<>();
    for (Path entry : resolver.asMaven(consumer).entries()) {
      if (isNeeded(entry.getFileName().toString())) {
        places.add(Location.of(entry.toUri()));
      }
    }
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(OldestVersionsTest::isNoModel)
            .importLocations(places);
    return classes.stream()
        .filter(type -> type.getPackageName().startsWith("dev.clerkbapi"))
        .flatMap(type -> type.getAccessesFromSelf().stream())
        .filter(OldestVersionsTest::isOfALibrary)
        .filter(access -> access.getTarget().resolveMember().isEmpty())
        .map(access -> access.getTarget().getFullName())
        .distinct()
        .toList();
  }

  /** OkHttp 5 is there too, under its other name; Kotlin is large, and we call none of it. */
  private static boolean isNeeded(String entry) {
    return !entry.startsWith("okhttp-jvm") && !entry.startsWith("kotlin");
  }

  /** Models are many, and call nothing but Moshi, of which any version will do. */
  private static boolean isNoModel(Location location) {
    return !location.contains("dev/clerkbapi/model/");
  }

  private static boolean isOfALibrary(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    return LIBRARIES.stream().anyMatch(owner.getName()::startsWith);
  }
}
