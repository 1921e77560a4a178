package dev.clerkbapi.openapi.codegen;

import java.util.List;
import java.util.Set;

/**
 * What the template of a model prints.
 *
 * @param unions the unions that it is a variant of
 * @param stamped whether it records when it was received
 */
record ModelView(
    String name,
    String doc,
    List<MemberView> members,
    Set<String> unions,
    Set<String> supertypes,
    boolean stamped)
    implements TypeView {

  @Override
  public boolean isModel() {
    return true;
  }

  /** What is imported only where the code needs it; {@link SourceLayout} drops the rest. */
  Set<String> imports() {
    return MemberView.imports(members);
  }

  boolean hasSupertypes() {
    return !supertypes.isEmpty();
  }

  boolean isVariant() {
    return !unions.isEmpty();
  }

  /** Whether any member's value is hidden by {@code toString}. */
  boolean hasSecrets() {
    return members.stream().anyMatch(MemberView::secret);
  }

  /** Whether it needs more bits than {@code dev.clerkbapi.json.Model} has for all models. */
  boolean hasMoreNulls() {
    return members.size() > Long.SIZE;
  }

  boolean isRequest() {
    return members.stream().anyMatch(MemberView::checked);
  }

  boolean hasPreset() {
    return members.stream().anyMatch(MemberView::isPreset);
  }
}
