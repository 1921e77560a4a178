package dev.clerkbapi.openapi.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.openapi.codegen.MemberView.Presence;
import dev.clerkbapi.openapi.description.Extensions;
import dev.clerkbapi.openapi.rewrite.JavaNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the views of a type's members. */
final class MemberViews {
  /** Two longs record which members are null, see {@code dev.clerkbapi.json.Model}. */
  private static final int MAX_MEMBERS = 128;

  private final JavaTypes javaTypes;

  MemberViews(JavaTypes javaTypes) {
    this.javaTypes = javaTypes;
  }

  List<MemberView> of(JsonNode type) {
    Set<String> required = new HashSet<>();
    type.path("required").forEach(name -> required.add(name.asText()));
    boolean query = type.path(Extensions.KIND).asText().equals("params");
    boolean sent = query || type.path(Extensions.REQUEST).asBoolean();
    Set<String> taken = new HashSet<>();
    List<MemberView> views = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : type.path("properties").properties()) {
      String key = member.getKey();
      JsonNode use = member.getValue();
      boolean nullable = use.path("nullable").asBoolean() || javaTypes.of(use).isAnything();
      Presence presence = new Presence(required.contains(key), nullable, sent);
      String name = JavaText.unique(JavaNames.member(key), taken);
      views.add(view(key, name, views.size(), use, presence));
    }
    requireNotTooMany(views);
    return views;
  }

  private MemberView view(String key, String name, int index, JsonNode use, Presence presence) {
    return new MemberView(JavaText.escaped(key), name, index, javaTypes.of(use), presence, use);
  }

  private static void requireNotTooMany(List<MemberView> views) {
    if (views.size() > MAX_MEMBERS) {
      throw new IllegalStateException(
          "more than " + MAX_MEMBERS + " members; widen dev.clerkbapi.json.Model");
    }
  }
}
