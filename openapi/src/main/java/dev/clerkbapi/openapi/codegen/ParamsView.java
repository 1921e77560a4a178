package dev.clerkbapi.openapi.codegen;

import java.util.List;
import java.util.Set;

/** What the template of an operation's optional query parameters prints. */
record ParamsView(String name, String doc, List<MemberView> members) implements TypeView {

  @Override
  public boolean isParams() {
    return true;
  }

  Set<String> imports() {
    return MemberView.imports(members);
  }
}
