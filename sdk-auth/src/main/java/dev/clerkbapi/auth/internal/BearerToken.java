package dev.clerkbapi.auth.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The token in the header {@code Authorization}. */
public final class BearerToken {
  private static final String SCHEME = "Bearer";

  private BearerToken() {}

  /**
   * Returns the token; null if there is none, or one of another scheme. A value without a blank is
   * a token itself. What stands after the token is ignored. Two headers are taken for one with a
   * comma, as RFC 9110 has it, and then contain no good token.
   */
  public static @Nullable String of(List<String> values) {
    String value = String.join(", ", values).strip();
    if (value.isEmpty()) {
      return null;
    }
    int blank = value.indexOf(' ');
    if (blank < 0) {
      return value;
    }
    if (!value.substring(0, blank).equalsIgnoreCase(SCHEME)) {
      return null;
    }
    String rest = value.substring(blank).strip();
    int end = rest.indexOf(' ');
    return end < 0 ? rest : rest.substring(0, end);
  }
}
