package dev.clerkbapi.consumers;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.util.graph.visitor.PreorderNodeListGenerator;

/** Finds a consumer's class path, as Maven or as Gradle would. */
final class Resolver implements AutoCloseable {
  private final Context context = Runtimes.INSTANCE.getRuntime().create(asTheMavenThatRunsUs());
  private final RepositorySystemSession maven;
  private final RepositorySystemSession everyPath;

  Resolver() {
    DefaultRepositorySystemSession session =
        new DefaultRepositorySystemSession(context.repositorySystemSession());
    session.setWorkspaceReader(new Reactor());
    this.maven = session;
    DefaultRepositorySystemSession undecided = new DefaultRepositorySystemSession(session);
    undecided.setDependencyGraphTransformer(null);
    this.everyPath = undecided;
  }

  private static ContextOverrides asTheMavenThatRunsUs() {
    String settings = System.getProperty("consumers.settings").replaceFirst("^settings=", "");
    return ContextOverrides.create()
        .withUserSettings(true)
        .withUserSettingsXmlOverride(Path.of(settings))
        .withLocalRepositoryOverride(Path.of(System.getProperty("consumers.repository")))
        .offline(System.getProperty("consumers.offline").equals("offline=true"))
        .build();
  }

  /** Takes of each module the version that is declared nearest to the project, or first. */
  ClassPath asMaven(Consumer consumer) throws RepositoryException {
    PreorderNodeListGenerator order = new PreorderNodeListGenerator();
    graph(consumer, maven).accept(order);
    return classPath(order.getNodes().stream().map(DependencyNode::getArtifact).toList());
  }

  /** Takes of each module the highest version on any path. */
  ClassPath asGradle(Consumer consumer) throws RepositoryException {
    return classPath(HighestVersions.in(graph(consumer, everyPath)));
  }

  private DependencyNode graph(Consumer consumer, RepositorySystemSession session)
      throws RepositoryException {
    CollectRequest request = new CollectRequest().setRepositories(context.remoteRepositories());
    for (String dependency : consumer.dependencies()) {
      request.addDependency(new Dependency(new DefaultArtifact(dependency), "compile"));
    }
    for (String managed : consumer.managed()) {
      managedBy(managed).forEach(request::addManagedDependency);
    }
    return context.repositorySystem().collectDependencies(session, request).getRoot();
  }

  private List<Dependency> managedBy(String entry) throws RepositoryException {
    if (!entry.startsWith("pom:")) {
      return List.of(new Dependency(new DefaultArtifact(entry), "compile"));
    }
    String[] parts = entry.split(":", -1);
    Artifact bom = new DefaultArtifact(parts[1], parts[2], "pom", parts[3]);
    ArtifactDescriptorRequest request =
        new ArtifactDescriptorRequest(bom, context.remoteRepositories(), null);
    return context
        .repositorySystem()
        .readArtifactDescriptor(maven, request)
        .getManagedDependencies();
  }

  private ClassPath classPath(List<Artifact> artifacts) throws RepositoryException {
    List<ArtifactRequest> requests = new ArrayList<>();
    for (Artifact artifact : artifacts) {
      requests.add(new ArtifactRequest(artifact, context.remoteRepositories(), null));
    }
    List<Path> files = new ArrayList<>();
    for (ArtifactResult result : context.repositorySystem().resolveArtifacts(maven, requests)) {
      files.add(result.getArtifact().getFile().toPath());
    }
    return new ClassPath(files);
  }

  @Override
  public void close() {
    context.close();
  }
}
