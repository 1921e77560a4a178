package dev.clerkbapi.openapi.update;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.Prepare;
import dev.clerkbapi.openapi.description.Documents;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One update of the webhooks, from their facts to the report; BAPI stays as it is. */
final class WebhooksRun {
  private final Workspace workspace;
  private final Path scratch;
  private final Progress progress;

  WebhooksRun(Workspace workspace, Path scratch, Progress progress) {
    this.workspace = workspace;
    this.scratch = scratch;
    this.progress = progress;
  }

  /**
   * Finds out what a published description would change.
   *
   * @throws dev.clerkbapi.openapi.rewrite.NameClashException if a pinned name no longer fits
   * @throws ClientDoesNotCompileException if its events would not compile
   */
  UpdateRun.Result of(ObjectNode facts) {
    ObjectNode old = Documents.read(workspace.webhooks());
    Prepare.Result bapi =
        progress.step(
            "overlays on BAPI",
            () -> Prepare.result(Documents.read(workspace.bapi()), workspace.overlays()));
    Client client = new Client(scratch.resolve("bapi"));
    progress.step("generate the client", () -> client.generate(bapi.description()));
    progress.step("compile it", () -> requireNone("BAPI", compiled(client)));
    EventsModule before = events("old", old, client, bapi);
    EventsModule after = events("new", facts, client, bapi);
    EventChanges changes =
        progress.step(
            "generate, compile and compare the events", () -> EventChanges.between(before, after));
    requireNone("the webhooks", changes.errors());
    return new UpdateRun.Result(
        workspace.webhooks(), Documents.toYaml(facts), report(old, facts, before, after, changes));
  }

  private static Report report(
      ObjectNode old,
      ObjectNode facts,
      EventsModule before,
      EventsModule after,
      EventChanges changes) {
    List<String> todo = new ArrayList<>(after.prepared().notes());
    todo.addAll(Todo.of(after.prepared().description()));
    return new Report(
        Report.Subject.WEBHOOKS,
        old.at("/info/version").asText(),
        facts.at("/info/version").asText(),
        ApiChanges.between(before.prepared().whole(), after.prepared().whole()),
        changes.java(),
        List.of(),
        changes.sharing(),
        todo);
  }

  private EventsModule events(String name, ObjectNode facts, Client client, Prepare.Result bapi) {
    Path folder = scratch.resolve(name + "-webhooks");
    return new EventsModule(workspace, facts, client, bapi.description(), folder);
  }

  private List<String> compiled(Client client) {
    return client.compile(workspace.runtimeOfTheClient());
  }

  private static void requireNone(String what, List<String> errors) {
    if (!errors.isEmpty()) {
      throw new ClientDoesNotCompileException(what, errors);
    }
  }
}
