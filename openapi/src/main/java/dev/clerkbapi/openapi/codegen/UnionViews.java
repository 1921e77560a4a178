package dev.clerkbapi.openapi.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.openapi.codegen.UnionView.TagView;
import dev.clerkbapi.openapi.codegen.UnionView.VariantView;
import dev.clerkbapi.openapi.description.Extensions;
import dev.clerkbapi.openapi.rewrite.JavaNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the views of unions, and knows which types are their variants. */
final class UnionViews {
  private static final String UNKNOWN_KINDS =
      "A kind that this SDK does not know is an `Unknown`; match the variants with `instanceof`.";

  private final JsonNode types;
  private final MemberViews members;
  private final Map<String, Set<String>> unionsByVariant = new TreeMap<>();

  UnionViews(JsonNode types, MemberViews members) {
    this.types = types;
    this.members = members;
    types.properties().forEach(type -> register(type.getKey(), type.getValue()));
  }

  private void register(String union, JsonNode type) {
    for (JsonNode variant : type.path(Extensions.VARIANTS)) {
      unionsByVariant.computeIfAbsent(typeName(variant), name -> new TreeSet<>()).add(union);
    }
  }

  /** The unions that a type is a variant of. */
  Set<String> of(String variant) {
    return unionsByVariant.getOrDefault(variant, Set.of());
  }

  UnionView view(String name, JsonNode type) {
    String prose = type.path("description").asText();
    Javadoc doc = Javadoc.of(prose.isEmpty() ? "One of several objects." : prose);
    List<String> supertypes = new ArrayList<>();
    type.path(Extensions.IMPLEMENTS).forEach(supertype -> supertypes.add(supertype.asText()));
    return new UnionView(
        name, doc.paragraph(UNKNOWN_KINDS).render(""), supertypes, tag(type), variants(type));
  }

  private List<VariantView> variants(JsonNode type) {
    String key = type.path(Extensions.TAG).asText();
    List<VariantView> variants = new ArrayList<>();
    for (JsonNode variant : type.path(Extensions.VARIANTS)) {
      String tag = JavaText.escaped(variant.path("tag").asText());
      String name = typeName(variant);
      variants.add(new VariantView(variants.size(), tag, name, member(name, key)));
    }
    return variants;
  }

  private @Nullable MemberView member(String type, String key) {
    for (MemberView member : members.of(types.path(type))) {
      if (member.key().equals(JavaText.escaped(key))) {
        return member;
      }
    }
    return null;
  }

  /** The tag has an accessor on the union where every variant has it as a string. */
  private TagView tag(JsonNode type) {
    String key = type.path(Extensions.TAG).asText();
    boolean everywhere = !key.isEmpty();
    for (JsonNode variant : type.path(Extensions.VARIANTS)) {
      JsonNode member = types.path(typeName(variant)).path("properties").path(key);
      everywhere &= member.path("type").asText().equals("string");
    }
    return new TagView(
        JavaText.escaped(key),
        everywhere ? JavaNames.member(key) : "",
        type.path(Extensions.TAG_REQUIRED).asBoolean());
  }

  private static String typeName(JsonNode reference) {
    String ref = reference.path("$ref").asText();
    return ref.substring(ref.lastIndexOf('/') + 1);
  }
}
