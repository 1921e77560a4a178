package dev.clerkbapi.openapi.description;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Finds the line of a place in a document's text; slow, so only where something is wrong. */
final class Places {
  private Places() {}

  /** Returns {@code name:line: at pointer}, without the line if it cannot be found. */
  static String of(String name, String text, String pointer) {
    String place = pointer.isEmpty() ? "the document" : pointer;
    return line(text, pointer).map(line -> name + ":" + line + ": at ").orElse(name + ": at ")
        + place;
  }

  private static Optional<Integer> line(String text, String pointer) {
    LoadSettings settings = Documents.settings("document");
    Optional<Node> node = new Compose(settings).composeString(text);
    for (String step : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
      Node parent = node.orElse(null);
      node = Optional.ofNullable(child(parent, step.replace("~1", "/").replace("~0", "~")));
      if (node.isEmpty()) {
        node = Optional.ofNullable(parent); // An alias or a member that is missing.
        break;
      }
    }
    return node.flatMap(Node::getStartMark).map(Mark::getLine).map(line -> line + 1);
  }

  private static @Nullable Node child(@Nullable Node parent, String step) {
    if (parent instanceof SequenceNode list) {
      return list.getValue().get(Integer.parseInt(step));
    }
    if (parent instanceof MappingNode mapping) {
      for (NodeTuple member : mapping.getValue()) {
        if (member.getKeyNode() instanceof ScalarNode key && key.getValue().equals(step)) {
          return member.getValueNode();
        }
      }
    }
    return null;
  }
}
