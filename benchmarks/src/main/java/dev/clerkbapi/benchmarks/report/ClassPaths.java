package dev.clerkbapi.benchmarks.report;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The jars of the harness's own class path that a contender needs. */
final class ClassPaths {
  private static final String OKHTTP =
      "(okhttp-jvm|okio-jvm|kotlin-stdlib(-jdk[78])?|annotations)-[0-9].*";

  /** For a process in which all contenders have their turn. */
  static final String ALL = "all";

  private static final String SDK =
      "(sdk-(generated|ergonomic)-|retrofit-|converter-moshi-|moshi-|jspecify-|okhttp-[0-9]).*|"
          + OKHTTP;
  private static final String PEER =
      "(backend-api|jackson-|jjwt-|commons-io|jakarta|bcprov|commons-codec).*";
  private static final String NOTHING = "(?!)";

  private ClassPaths() {}

  /** Returns the jars that a user of the contender depends on. */
  static List<Path> libraries(String contender) {
    Pattern wanted =
        Pattern.compile(
            switch (contender) {
              case "sdk", "retrofit" -> SDK;
              case "peer" -> PEER;
              case "okhttp", "okhttp-kept" -> OKHTTP;
              case ALL -> ".*";
              default -> NOTHING;
            });
    List<Path> jars = new ArrayList<>();
    for (Path jar : all()) {
      if (wanted.matcher(String.valueOf(jar.getFileName())).matches()) {
        jars.add(jar);
      }
    }
    return jars;
  }

  /** Returns the libraries behind this module's own jar. */
  static String of(String contender) {
    List<Path> jars = new ArrayList<>(List.of(all().get(0)));
    jars.addAll(libraries(contender));
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static List<Path> all() {
    List<Path> jars = new ArrayList<>();
    for (String jar : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
      jars.add(Path.of(jar));
    }
    return jars;
  }
}
