package dev.clerkbapi.metadata;

import org.jspecify.annotations.Nullable;

/**
 * Metadata does not fit a type, or a value has no form in JSON. The message begins with the path of
 * the member, such as {@code team.members[3].role}.
 */
public final class MetadataException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String path;

  MetadataException(String path, String problem, @Nullable Throwable cause) {
    super((path.isEmpty() ? "the metadata" : path) + ": " + problem, cause);
    this.path = path;
  }

  MetadataException(String path, String problem) {
    this(path, problem, null);
  }

  /** Returns the path of the member, such as {@code team.members[3].role}; empty for the whole. */
  public String path() {
    return path;
  }
}
