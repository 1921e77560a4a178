package dev.clerkbapi.openapi.codegen;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the template of a union prints. */
record UnionView(
    String name, String doc, List<String> supertypes, TagView tag, List<VariantView> variants)
    implements TypeView {

  boolean hasSupertypes() {
    return !supertypes.isEmpty();
  }

  @Override
  public boolean isUnion() {
    return true;
  }

  /**
   * The member whose value says which variant an object is.
   *
   * @param name the accessor's name; empty where the variants do not share one that returns a
   *     string
   * @param required whether an object without it is refused
   */
  record TagView(String key, String name, boolean required) {
    boolean hasAccessor() {
      return !name.isEmpty();
    }
  }

  /**
   * A variant of a union.
   *
   * @param tag the string that says an object is this variant
   * @param tagMember the member that holds it, which the union has read before the variant is
   *     built; null where the variant has none
   */
  record VariantView(int index, String tag, String type, @Nullable MemberView tagMember) {}
}
