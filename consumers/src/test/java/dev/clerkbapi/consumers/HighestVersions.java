package dev.clerkbapi.consumers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.version.Version;

/**
 * Gradle's choice among the versions of a module: the highest that is asked for by what was chosen
 * itself. An exclusion holds only where each path has it, because every path is followed.
 */
final class HighestVersions {
  private static final int MOST_ROUNDS = 20;

  private final Map<String, Version> chosen;
  private final Map<String, Version> seen = new HashMap<>();
  private final Map<String, Artifact> reached = new LinkedHashMap<>();

  private HighestVersions(Map<String, Version> chosen) {
    this.chosen = chosen;
  }

  /** Returns what is chosen from a graph in which nothing has been left out yet. */
  static List<Artifact> in(DependencyNode root) {
    Map<String, Version> chosen = Map.of();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      HighestVersions walk = new HighestVersions(chosen);
      walk.visit(root);
      if (walk.seen.equals(chosen)) {
        return new ArrayList<>(walk.reached.values());
      }
      chosen = walk.seen;
    }
    throw new IllegalStateException("no choice after " + MOST_ROUNDS + " rounds: " + chosen);
  }

  private void visit(DependencyNode parent) {
    for (DependencyNode child : parent.getChildren()) {
      Artifact artifact = child.getArtifact();
      String module = artifact.getGroupId() + ":" + artifact.getArtifactId();
      Version version = child.getVersion();
      seen.merge(module, version, (one, other) -> one.compareTo(other) >= 0 ? one : other);
      if (version.equals(chosen.getOrDefault(module, version))) {
        reached.put(module, artifact);
        visit(child);
      }
    }
  }
}
