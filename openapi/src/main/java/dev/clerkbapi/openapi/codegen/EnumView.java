package dev.clerkbapi.openapi.codegen;

import java.util.List;

/** What the template of an open enum prints. */
record EnumView(String name, String doc, List<ConstantView> constants) implements TypeView {

  @Override
  public boolean isEnum() {
    return true;
  }

  /** A value of an enum: the enum's name, the constant's name, the string in JSON. */
  record ConstantView(String type, String name, String value) {}
}
