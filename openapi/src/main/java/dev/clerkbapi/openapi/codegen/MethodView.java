package dev.clerkbapi.openapi.codegen;

import java.util.List;

/** What the template of a resource prints for one method; {@code lines} are its statements. */
record MethodView(
    String name,
    String doc,
    boolean deprecated,
    String returnType,
    String parameters,
    List<String> lines) {}
