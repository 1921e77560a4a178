package dev.clerkbapi.openapi.update;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.openapi.description.Extensions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a type differs in between two descriptions. */
final class TypeDiff {
  private final MemberDiff before;
  private final MemberDiff after;

  TypeDiff(MemberDiff before, MemberDiff after) {
    this.before = before;
    this.after = after;
  }

  List<String> between(JsonNode old, JsonNode now) {
    String was = old.path(Extensions.KIND).asText();
    String is = now.path(Extensions.KIND).asText();
    if (!was.equals(is)) {
      return List.of("was of kind " + was + ", is of kind " + is);
    }
    return switch (is) {
      case "enum" -> MemberDiff.names("value", old.path("enum"), now.path("enum"), "");
      case "union" ->
          MemberDiff.names(
              "variant", old.path(Extensions.VARIANTS), now.path(Extensions.VARIANTS), "tag");
      default -> MemberDiff.lines("member", before.members(old), after.members(now));
    };
  }

  List<String> newlyDeprecated(JsonNode old, JsonNode now) {
    List<String> members = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : now.path("properties").properties()) {
      JsonNode earlier = old.path("properties").path(member.getKey());
      if (member.getValue().path("deprecated").asBoolean()
          && !earlier.isMissingNode()
          && !earlier.path("deprecated").asBoolean()) {
        members.add(member.getKey());
      }
    }
    return members;
  }
}
