package dev.clerkbapi.internal.support;

import org.jspecify.annotations.Nullable;

/** Removes the secret key from what users see, even if a server or proxy sends it back. */
public final class Redactor {
  private final String secretKey;

  public Redactor(String secretKey) {
    this.secretKey = secretKey;
  }

  public String text(String text) {
    return text.contains(secretKey) ? text.replace(secretKey, "***") : text;
  }

  public @Nullable String textOrNull(@Nullable String text) {
    return text == null ? null : text(text);
  }

  /** Returns the cause, or null if its messages, or those of its causes, contain the key. */
  public @Nullable Throwable cause(Throwable cause) {
    int depth = 0;
    for (Throwable t = cause; t != null && depth < 32; t = t.getCause(), depth++) {
      if (mentionsKey(t)) {
        return null;
      }
      for (Throwable suppressed : t.getSuppressed()) {
        if (mentionsKey(suppressed)) {
          return null;
        }
      }
    }
    return cause;
  }

  private boolean mentionsKey(Throwable t) {
    return String.valueOf(t.getMessage()).contains(secretKey);
  }
}
