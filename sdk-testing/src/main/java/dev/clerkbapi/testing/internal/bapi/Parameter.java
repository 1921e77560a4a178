package dev.clerkbapi.testing.internal.bapi;

/**
 * A parameter of the path or the query.
 *
 * @param inPath whether it is part of the path, such as {@code user_id}
 * @param commas whether several values are one, with commas between them
 */
public record Parameter(
    String name, boolean inPath, boolean required, boolean commas, Schema schema) {}
