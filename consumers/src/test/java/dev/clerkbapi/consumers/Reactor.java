package dev.clerkbapi.consumers;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;

/** Our modules as this build has just made them: the poms that users get, and the classes. */
final class Reactor implements WorkspaceReader {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private final WorkspaceRepository repository = new WorkspaceRepository("reactor");

  @Override
  public WorkspaceRepository getRepository() {
    return repository;
  }

  @Override
  public File findArtifact(Artifact artifact) {
    if (!artifact.getGroupId().equals("dev.clerkbapi")) {
      return null;
    }
    boolean parent = artifact.getArtifactId().equals("sdk-parent");
    Path module = parent ? ROOT : ROOT.resolve(artifact.getArtifactId());
    String made = artifact.getExtension().equals("pom") ? "pom.xml" : "target/classes";
    Path file = module.resolve(made);
    return Files.exists(file) ? file.toFile() : null;
  }

  @Override
  public List<String> findVersions(Artifact artifact) {
    return List.of();
  }
}
