package dev.clerkbapi.openapi.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.PrepareWebhooks;
import dev.clerkbapi.openapi.rewrite.WebhookRewriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The module of webhooks on top of a client: the events of one description, which share the models
 * of that client as far as they are equal.
 */
final class EventsModule {
  private static final int ENOUGH = 20;

  private final Workspace workspace;
  private final Client client;
  private final JsonNode bapi;
  private final WebhookRewriter.Result prepared;
  private final Client module;

  /** {@code bapi}: the prepared description that the client was generated from. */
  EventsModule(Workspace workspace, ObjectNode facts, Client client, JsonNode bapi, Path folder) {
    this.workspace = workspace;
    this.client = client;
    this.bapi = bapi;
    this.prepared = PrepareWebhooks.result(facts.deepCopy(), bapi, workspace.overlays());
    this.module = new Client(folder);
  }

  WebhookRewriter.Result prepared() {
    return prepared;
  }

  /** Generates and compiles it; returns the errors, the first ones of many. */
  List<String> compile() {
    module.generate(prepared.description());
    return module.compile(workspace.webhookSources(), client.classes()).stream()
        .limit(ENOUGH)
        .map(error -> "sdk-webhooks does not compile: " + error)
        .toList();
  }

  Path jar() {
    return module.jar();
  }

  /** The jars of ours that it needs. */
  List<Path> needs() {
    return List.of(client.jar());
  }

  /** Says, in lines, which types are BAPI's no longer, and which are again. */
  static List<String> sharing(EventsModule before, EventsModule after) {
    List<String> lines = new ArrayList<>();
    Set<String> all = new TreeSet<>(before.prepared.apart());
    all.addAll(after.prepared.apart());
    for (String type : all) {
      boolean was = before.prepared.apart().contains(type);
      boolean is = after.prepared.apart().contains(type);
      if (!was && is) {
        lines.add("`" + type + "` is no longer BAPI's" + after.difference(type));
      } else if (was && !is && after.has(type)) {
        lines.add("`" + type + "` is BAPI's now: the two are equal");
      }
    }
    return lines;
  }

  private boolean has(String type) {
    return prepared.whole().at("/components/schemas").has(type);
  }

  /** What the events' type has that BAPI's has not; nothing if they differ in what they contain. */
  private String difference(String type) {
    TypeDiff diff = new TypeDiff(new MemberDiff(bapi), new MemberDiff(prepared.whole()));
    List<String> lines =
        diff.between(
            Objects.requireNonNull(bapi.at("/components/schemas").get(type)),
            Objects.requireNonNull(prepared.whole().at("/components/schemas").get(type)));
    return lines.isEmpty()
        ? ": a type that it contains is not"
        : ", but of the events; theirs against BAPI's: " + String.join("; ", lines);
  }
}
