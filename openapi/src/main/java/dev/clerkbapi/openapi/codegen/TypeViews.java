package dev.clerkbapi.openapi.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clerkbapi.openapi.codegen.EnumView.ConstantView;
import dev.clerkbapi.openapi.description.Extensions;
import dev.clerkbapi.openapi.rewrite.JavaNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Makes the view of each type of a rewritten description. */
final class TypeViews {
  private final JsonNode types;
  private final MemberViews members;
  private final UnionViews unions;

  TypeViews(JsonNode types) {
    this.types = types;
    this.members = new MemberViews(new JavaTypes(types));
    this.unions = new UnionViews(types, members);
  }

  TypeView of(String name) {
    JsonNode type = types.path(name);
    return switch (type.path(Extensions.KIND).asText()) {
      case "enum" -> new EnumView(name, doc(type), constants(name, type));
      case "union" -> unions.view(name, type);
      case "params" -> new ParamsView(name, docOfParams(type), members.of(type));
      default -> model(name, type);
    };
  }

  private ModelView model(String name, JsonNode type) {
    Set<String> unionsOfIt = unions.of(name);
    Set<String> supertypes = new TreeSet<>(unionsOfIt);
    type.path(Extensions.IMPLEMENTS).forEach(supertype -> supertypes.add(supertype.asText()));
    boolean stamped = type.path(Extensions.RECEIVED_AT).asBoolean();
    return new ModelView(name, doc(type), members.of(type), unionsOfIt, supertypes, stamped);
  }

  private static String doc(JsonNode type) {
    return Javadoc.of(type.path("description").asText()).render("");
  }

  private static String docOfParams(JsonNode type) {
    String method = type.path(Extensions.OPERATION).asText();
    return Javadoc.of("The optional query parameters of `" + method + "`.").render("");
  }

  private static List<ConstantView> constants(String typeName, JsonNode type) {
    List<ConstantView> constants = new ArrayList<>();
    Set<String> taken = new HashSet<>(Set.of("KNOWN_VALUES", "UNKNOWN"));
    for (JsonNode value : type.path("enum")) {
      if (!value.isNull()) {
        String name = JavaText.unique(JavaNames.constant(value.asText()), taken);
        constants.add(new ConstantView(typeName, name, JavaText.escaped(value.asText())));
      }
    }
    return constants;
  }
}
