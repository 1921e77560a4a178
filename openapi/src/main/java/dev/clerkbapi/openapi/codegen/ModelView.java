package dev.clerkbapi.openapi.codegen;

import java.util.List;

/**
 * What the templates of models, enums, unions and query parameters print. Each kind uses the part
 * that it needs.
 */
record ModelView(
    String name,
    String doc,
    boolean isModel,
    boolean isEnum,
    boolean isUnion,
    boolean isParams,
    List<String> imports,
    List<MemberView> members,
    List<ConstantView> constants,
    List<VariantView> variants,
    String supertypes,
    TagView tag,
    boolean isVariant,
    boolean stamped) {

  /** Whether any member's value is hidden by {@code toString}. */
  boolean hasSecrets() {
    return members.stream().anyMatch(MemberView::secret);
  }

  boolean isRequest() {
    return members.stream().anyMatch(MemberView::insisted);
  }

  boolean hasDefaults() {
    return members.stream().anyMatch(MemberView::hasInitial);
  }

  /**
   * A member of a model, or a query parameter.
   *
   * @param key the name in JSON
   * @param name the name in Java
   * @param type the type of the value, never null
   * @param returnType what the accessor returns, with {@code @Nullable} where it may be null
   * @param value the accessor's expression
   * @param read the statements that read the value into {@code to}
   * @param copy the expression that makes the setter's argument safe to keep
   * @param insisted whether {@code build()} refuses to go without
   */
  record MemberView(
      String key,
      String name,
      int index,
      JavaType type,
      String doc,
      String setterDoc,
      String returnType,
      String value,
      String read,
      String copy,
      String initial,
      boolean nullable,
      boolean deprecated,
      boolean secret,
      boolean insisted,
      String set) {

    String primitive() {
      return type.primitive();
    }

    /** What the setter of a query parameter takes. */
    String argument() {
      return hasPrimitive() ? primitive() : type.name();
    }

    /** The expression for what stands in JSON or in a query for the value. */
    String written() {
      return type.written(name);
    }

    boolean hasInitial() {
      return !initial.isEmpty();
    }

    String deprecation() {
      return deprecated ? "  @Deprecated\n" : "";
    }

    String setterDeprecation() {
      return deprecated ? "    @Deprecated\n" : "";
    }

    boolean hasPrimitive() {
      return !type.primitive().isEmpty();
    }

    /**
     * A member that cannot be null needs no setter for its boxed type beside that for the
     * primitive.
     */
    boolean hasBoxed() {
      return nullable || type.primitive().isEmpty();
    }
  }

  /** A value of an enum. */
  record ConstantView(String type, String name, String value) {}

  /**
   * A variant of a union.
   *
   * @param start the call of the builder that sets the tag, which the union has read
   */
  record VariantView(int index, String tag, String type, String start) {}

  /**
   * The member that tells variants apart; its Java name is empty where the variants do not share it
   * as a string.
   */
  record TagView(String key, String name) {
    boolean hasAccessor() {
      return !name.isEmpty();
    }
  }
}
