package dev.clerkbapi.consumers;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.resolvers.SelectedClassResolverFromClasspath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Links a consumer's jars without running them: which methods and fields are used and do not exist.
 */
record MissingCalls(List<String> from, List<String> to) {
  /** Of these packages' calls, those of the other packages that are missing in these jars. */
  List<String> in(ClassPath classPath, Predicate<String> jars) {
    List<Location> places = new ArrayList<>();
    for (Path entry : classPath.entries()) {
      if (jars.test(entry.getFileName().toString())) {
        places.add(Location.of(entry.toUri()));
      }
    }
    return importing(places).stream()
        .filter(type -> isIn(from, type.getName()))
        .flatMap(type -> type.getAccessesFromSelf().stream())
        .filter(access -> isIn(to, access.getTargetOwner().getName()))
        .filter(access -> access.getTarget().resolveMember().isEmpty())
        .map((JavaAccess<?> access) -> access.getTarget().getFullName())
        .distinct()
        .toList();
  }

  private static JavaClasses importing(List<Location> places) {
    // From the class path of this test come the JDK's classes only, never a newer library's.
    ArchConfiguration.get().setClassResolver(SelectedClassResolverFromClasspath.class);
    ArchConfiguration.get().setClassResolverArguments("java");
    try {
      return new ClassFileImporter()
          .withImportOption(MissingCalls::isNoModel)
          .importLocations(places);
    } finally {
      ArchConfiguration.get().reset();
    }
  }

  /** Models are many, and call nothing but Moshi, of which any version will do. */
  private static boolean isNoModel(Location location) {
    return !location.contains("dev/clerkbapi/model/");
  }

  private static boolean isIn(List<String> packages, String type) {
    return packages.stream().anyMatch(type::startsWith);
  }
}
