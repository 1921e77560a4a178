package dev.clerkbapi.internal;

import org.jspecify.annotations.Nullable;

/** Keeps the secret key out of what users see, also where a server or a proxy sends it back. */
final class Redactor {
  private final String secretKey;

  Redactor(String secretKey) {
    this.secretKey = secretKey;
  }

  String text(String text) {
    return text.contains(secretKey) ? text.replace(secretKey, "***") : text;
  }

  @Nullable String ray(@Nullable String ray) {
    return ray == null ? null : text(ray);
  }

  Answer answer(Answer answer) {
    return new Answer(
        answer.status(),
        text(answer.contentType()),
        ray(answer.ray()),
        answer.retryAfter(),
        text(answer.body()));
  }

  /** Returns the cause, or null if its messages, or those of its causes, contain the key. */
  @Nullable Throwable cause(Throwable cause) {
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
