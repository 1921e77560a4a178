package dev.clerkbapi.internal.support;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Removes keys from what users see, even if a server or proxy sends them back. Immutable. */
public final class Redactor {
  private final List<String> keys;

  public Redactor(Credentials credentials) {
    this(List.of(), credentials);
  }

  private Redactor(List<String> known, Credentials more) {
    List<String> all = new ArrayList<>(known);
    add(all, more.secretKey());
    add(all, more.machineKey());
    if (all.size() > 1) {
      // Of one that is the beginning of another, the rest would be left.
      all.sort(Comparator.comparingInt(String::length).reversed());
    }
    this.keys = all;
  }

  /** Returns one that removes these keys too: those of a view, and of what it is a view of. */
  public Redactor and(Credentials more) {
    return new Redactor(keys, more);
  }

  private static void add(List<String> keys, @Nullable String key) {
    if (key != null && !keys.contains(key)) {
      keys.add(key);
    }
  }

  public String text(String text) {
    String redacted = text;
    for (String key : keys) {
      if (redacted.contains(key)) {
        redacted = redacted.replace(key, "***");
      }
    }
    return redacted;
  }

  public @Nullable String textOrNull(@Nullable String text) {
    return text == null ? null : text(text);
  }

  /** Returns the cause, or null if its messages, or those of its causes, contain a key. */
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
    String message = String.valueOf(t.getMessage());
    for (String key : keys) {
      if (message.contains(key)) {
        return true;
      }
    }
    return false;
  }
}
