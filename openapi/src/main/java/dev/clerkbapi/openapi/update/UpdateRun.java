package dev.clerkbapi.openapi.update;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.Prepare;
import dev.clerkbapi.openapi.description.Documents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * One update of BAPI, from a published file to its report. Works in a folder of its own; the
 * repository is only read.
 */
final class UpdateRun {
  private final Workspace workspace;
  private final Path scratch;
  private final Progress progress;

  UpdateRun(Workspace workspace, Path scratch, Progress progress) {
    this.workspace = workspace;
    this.scratch = scratch;
    this.progress = progress;
  }

  /** The file to replace, its new text, and what that means. */
  record Result(Path file, String text, Report report) {}

  /**
   * Finds out what a published description would change.
   *
   * @throws dev.clerkbapi.openapi.rewrite.NameClashException if a pinned name no longer fits
   * @throws ClientDoesNotCompileException if its client would not compile
   */
  Result of(ObjectNode facts) {
    String bapi = Documents.toYaml(facts);
    ObjectNode old = Documents.read(workspace.bapi());
    String from = version(old);
    String to = version(facts);
    Prepare.Result before = progress.step("overlays on " + from, () -> prepare(old));
    Prepare.Result after = progress.step("overlays on " + to, () -> prepare(facts));
    Client oldClient = generated("old", from, before.description());
    Client newClient = generated("new", to, after.description());
    progress.step("compile both", () -> compile(oldClient, from, newClient, to));
    HandWritten oldModule = handWritten("old", oldClient, before);
    HandWritten newModule = handWritten("new", newClient, after);
    boolean whole =
        progress.step("compile the ergonomic module before", oldModule::compile).isEmpty();
    List<String> errors = progress.step("compile the ergonomic module", newModule::compile);
    JavaChanges java =
        progress.step(
            "compare",
            () ->
                whole && errors.isEmpty()
                    ? JavaChanges.between(oldModule.jar(), newModule.jar())
                    : JavaChanges.between(oldClient.jar(), newClient.jar()));
    EventChanges shared = EventChanges.NONE;
    if (Files.exists(workspace.webhooks())) {
      shared = eventChanges(oldClient, before, newClient, after);
    }
    Wrappers wrappers = Wrappers.in(workspace.ergonomicSources());
    Map<String, OperationFacts> earlier = OperationFacts.of(before.description());
    Map<String, OperationFacts> operations = OperationFacts.of(after.description());
    List<String> todo = new ArrayList<>(wrappers.missing(earlier.keySet(), operations.keySet()));
    todo.addAll(errors);
    todo.addAll(shared.errors());
    todo.addAll(after.notes());
    todo.addAll(Todo.of(after.description()));
    ApiChanges api = ApiChanges.between(before.description(), after.description());
    Report report =
        new Report(
            Report.Subject.BAPI,
            from,
            to,
            api,
            java.and(shared.java()),
            methodsOfNew(earlier, operations),
            shared.sharing(),
            todo);
    return new Result(workspace.bapi(), bapi, report);
  }

  /** What becomes of the events, which have models of BAPI: their description stays the same. */
  private EventChanges eventChanges(
      Client oldClient, Prepare.Result before, Client newClient, Prepare.Result after) {
    ObjectNode webhooks = Documents.read(workspace.webhooks());
    EventsModule old = events("old", webhooks, oldClient, before);
    EventsModule now = events("new", webhooks, newClient, after);
    return progress.step("compile the events on both", () -> EventChanges.between(old, now));
  }

  private EventsModule events(String name, ObjectNode facts, Client client, Prepare.Result bapi) {
    Path folder = scratch.resolve(name + "-webhooks");
    return new EventsModule(workspace, facts, client, bapi.description(), folder);
  }

  private Prepare.Result prepare(ObjectNode facts) {
    return Prepare.result(facts.deepCopy(), workspace.overlays());
  }

  private Client generated(String folder, String version, ObjectNode prepared) {
    Client client = new Client(scratch.resolve(folder));
    progress.step("generate the client of " + version, () -> client.generate(prepared));
    return client;
  }

  private HandWritten handWritten(String name, Client client, Prepare.Result description) {
    return new HandWritten(
        workspace, client, description.description(), scratch.resolve(name + "-ergonomic"));
  }

  /** Compiles both at the same time: it is the longest step. */
  private void compile(Client first, String firstVersion, Client second, String secondVersion) {
    CompletableFuture<List<String>> compiling = CompletableFuture.supplyAsync(() -> errors(first));
    List<String> errorsOfSecond = errors(second);
    requireNone(firstVersion, compiling.join());
    requireNone(secondVersion, errorsOfSecond);
  }

  private List<String> errors(Client client) {
    return client.compile(workspace.runtimeOfTheClient());
  }

  private static void requireNone(String version, List<String> errors) {
    if (!errors.isEmpty()) {
      throw new ClientDoesNotCompileException(version, errors);
    }
  }

  private static List<String> methodsOfNew(
      Map<String, OperationFacts> earlier, Map<String, OperationFacts> operations) {
    Map<String, OperationFacts> added = new TreeMap<>(operations);
    added.keySet().removeAll(earlier.keySet());
    return added.values().stream()
        .map(operation -> "`" + operation.resourceMethod() + "`: " + operation.label())
        .toList();
  }

  private static String version(ObjectNode facts) {
    return facts.path("info").path("version").asText();
  }
}
