package dev.clerkbapi.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.openapi.description.Documents;
import dev.clerkbapi.openapi.description.UndescribedMembers;
import dev.clerkbapi.openapi.overlay.Overlay;
import dev.clerkbapi.openapi.overlay.Overlays;
import dev.clerkbapi.openapi.rewrite.Rewriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Applies the overlays to {@code bapi.yml}, and rewrites the result for the generator. */
public final class Prepare {
  private Prepare() {}

  /** {@code args}: bapi.yml, the folder of overlays, the file to write. */
  public static void main(String[] args) {
    List<String> notes = run(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
    notes.forEach(note -> System.err.println("[WARNING] " + note));
  }

  /** Returns what a person should look at. */
  static List<String> run(Path description, Path overlays, Path target) {
    Result result = result(Documents.read(description), overlays);
    Documents.writeJson(target, result.description());
    return result.notes();
  }

  /** The prepared description, and what a person should look at. */
  public record Result(ObjectNode description, List<String> notes) {}

  /** Prepares a description's facts, which are changed on the way. */
  public static Result result(ObjectNode facts, Path overlays) {
    List<String> notes = new ArrayList<>();
    for (String unmatched : Overlays.apply(facts, Overlay.readAll(overlays))) {
      notes.add("nothing in the description matches " + unmatched);
    }
    for (String undescribed : UndescribedMembers.of(facts)) {
      notes.add(undescribed + "; 1-fixes.yml is the place to describe it");
    }
    Rewriter.Result rewritten = Rewriter.rewrite(facts);
    notes.addAll(rewritten.notes());
    return new Result(rewritten.description(), notes);
  }
}
