package dev.clerkbapi.benchmarks.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a run.
 *
 * @param jdks their homes by what the document calls them, such as {@code 17}; JMH's forks run on
 *     the first
 * @param node the folder that holds {@code first.mjs} and {@code node_modules}, if there is Node
 * @param rounds how often each contender has its turn in what takes long
 * @param starts how many fresh processes of each kind are measured
 * @param part the only part that is measured, such as {@code road}; null for everything
 */
record Setup(
    Map<String, Path> jdks,
    @Nullable Path node,
    Path target,
    Path docs,
    int rounds,
    int starts,
    @Nullable String part) {

  boolean has(String name) {
    return part == null || part.equals(name);
  }

  boolean quick() {
    return rounds == 1;
  }

  String java(String jdk) {
    Path home = jdks.get(jdk);
    if (home == null) {
      throw new IllegalArgumentException("no JDK " + jdk);
    }
    return home.resolve("bin").resolve("java").toString();
  }

  /** Returns the command that runs a class of this module with what a contender needs. */
  List<String> command(
      String jdk, List<String> flags, String contender, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>(List.of(java(jdk)));
    command.addAll(flags);
    command.addAll(List.of("-cp", ClassPaths.of(contender), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  String mainJdk() {
    return jdkNames().get(0);
  }

  String latestJdk() {
    return jdkNames().get(jdks.size() - 1);
  }

  List<String> jdkNames() {
    return List.copyOf(jdks.keySet());
  }
}
