package dev.clerkbapi.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.Documents;
import dev.clerkbapi.openapi.description.Extensions;
import dev.clerkbapi.openapi.description.UndescribedMembers;
import dev.clerkbapi.openapi.overlay.Overlay;
import dev.clerkbapi.openapi.overlay.Overlays;
import dev.clerkbapi.openapi.rewrite.WebhookRewriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Applies overlays to {@code webhooks.yml}, and rewrites the result for the generator. The overlays
 * are BAPI's, as far as they fit, so that what both describe is the same type; and then those of
 * the folder {@code webhooks} among them.
 */
public final class PrepareWebhooks {
  private PrepareWebhooks() {}

  /** {@code args}: webhooks.yml, bapi.yml, the folder of overlays, the file to write. */
  public static void main(String[] args) {
    WebhookRewriter.Result result = result(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
    result.notes().forEach(note -> System.err.println("[WARNING] " + note));
    Documents.writeJson(Path.of(args[3]), result.description());
  }

  static WebhookRewriter.Result result(Path webhooks, Path bapi, Path overlays) {
    return result(
        Documents.read(webhooks),
        Prepare.result(Documents.read(bapi), overlays).description(),
        overlays);
  }

  /** Prepares the facts of webhooks, which are changed on the way; {@code bapi} is prepared. */
  public static WebhookRewriter.Result result(ObjectNode facts, JsonNode bapi, Path overlays) {
    Overlays.apply(facts, Overlay.readAll(overlays)); // Most of it is about operations.
    Set<String> bapiPins = new TreeSet<>();
    facts.path(Extensions.NAMES).fieldNames().forEachRemaining(bapiPins::add);
    List<String> notes = new ArrayList<>();
    for (String unmatched : Overlays.apply(facts, Overlay.readAll(overlays.resolve("webhooks")))) {
      notes.add("nothing in the description of webhooks matches webhooks/" + unmatched);
    }
    for (String undescribed : UndescribedMembers.of(facts)) {
      notes.add(undescribed + "; webhooks/1-fixes.yml is the place to describe it");
    }
    WebhookRewriter.Result result = WebhookRewriter.rewrite(facts, bapi);
    for (String note : result.notes()) {
      if (bapiPins.stream().noneMatch(pin -> note.endsWith("pinned position " + pin))) {
        notes.add(note);
      }
    }
    return new WebhookRewriter.Result(result.description(), result.whole(), result.apart(), notes);
  }
}
