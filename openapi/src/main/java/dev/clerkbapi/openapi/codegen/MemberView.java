package dev.clerkbapi.openapi.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.openapi.description.Extensions;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A member of a model, or a query parameter.
 *
 * @param key the name in JSON
 * @param name the name in Java
 * @param index its place among the members
 * @param type the type of the value, never null
 * @param presence when there is a value
 * @param use the schema, with its prose and flags
 */
record MemberView(
    String key, String name, int index, JavaType type, Presence presence, JsonNode use) {

  /**
   * When a member has a value.
   *
   * @param required whether BAPI always sends it, or requires it in a request
   * @param nullable whether its value may be null
   * @param sent whether requests contain it
   */
  record Presence(boolean required, boolean nullable, boolean sent) {
    boolean promised() {
      return required && !nullable;
    }
  }

  static Set<String> imports(Collection<MemberView> members) {
    Set<String> imports = new TreeSet<>();
    members.forEach(member -> imports.addAll(member.type.imports()));
    return imports;
  }

  String doc() {
    return doc("  ", "");
  }

  String setterDoc() {
    return doc("    ", presence.sent() ? limits().condition() : "");
  }

  private String doc(String indent, String refusedIf) {
    Javadoc doc = Javadoc.of(use.path("description").asText());
    if (!refusedIf.isEmpty()) {
      doc.tag("@throws IllegalArgumentException", refusedIf);
    }
    return (deprecated() ? doc.deprecated() : doc).render(indent);
  }

  /** The statements with which a setter checks the limits that BAPI documents. */
  List<String> checks() {
    return presence.sent() ? limits().checks(key, name) : List.of();
  }

  private Limits limits() {
    return new Limits(use, type);
  }

  boolean deprecated() {
    return use.path("deprecated").asBoolean();
  }

  boolean secret() {
    return use.path(Extensions.SECRET).asBoolean();
  }

  boolean commaSeparated() {
    return use.path(Extensions.COMMA_SEPARATED).asBoolean();
  }

  boolean nullable() {
    return presence.nullable();
  }

  /** Whether the accessor throws, rather than returns null, where the value is missing. */
  boolean promised() {
    return presence.promised();
  }

  /** Whether {@code build()} throws if it is not set. */
  boolean checked() {
    return presence.sent() && promised();
  }

  /** Whether the accessor may return null. A missing list is empty instead. */
  boolean mayReturnNull() {
    return type.isList() ? nullable() : !promised();
  }

  /** Whether a builder has the value from the start: what kind of object it is never varies. */
  boolean isPreset() {
    return key.equals("object") && type.isText() && !constant().isEmpty();
  }

  String constant() {
    return JavaText.escaped(use.path("default").asText());
  }

  /** Whether null has to be kept from the code that copies the setter's argument. */
  boolean isGuarded() {
    return nullable() && type.isCopied() && !type.isAnything();
  }

  String primitive() {
    return type.primitive();
  }

  boolean hasPrimitive() {
    return !primitive().isEmpty();
  }

  /**
   * A member that cannot be null needs no setter for its boxed type beside that for the primitive.
   */
  boolean hasBoxed() {
    return nullable() || !hasPrimitive();
  }

  /** What the setter of a query parameter takes. */
  String argument() {
    return hasPrimitive() ? primitive() : type.name();
  }

  /** The expression for the value that a model keeps, or null. */
  String value() {
    return type.value(name);
  }

  /** The expression for what stands in JSON for the value that a model keeps. */
  String writtenValue() {
    return type.written(value());
  }

  /** The expression for what stands in a query for the argument of a setter. */
  String written() {
    return type.written(name);
  }
}
