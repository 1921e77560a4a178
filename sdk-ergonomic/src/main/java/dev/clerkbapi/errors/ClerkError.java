package dev.clerkbapi.errors;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One entry of BAPI's error envelope. Immutable; members that the answer left out are empty. */
public final class ClerkError implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String message;
  private final String longMessage;

  /** A class that is serializable, which {@code Map} is not. */
  private final LinkedHashMap<String, @Nullable Object> meta;

  ClerkError(String code, String message, String longMessage, Map<String, @Nullable Object> meta) {
    this.code = code;
    this.message = message;
    this.longMessage = longMessage;
    this.meta = new LinkedHashMap<>(meta);
  }

  /**
   * Returns what went wrong, for programs: such as {@code resource_not_found}. The same code can
   * come with different statuses; only both together say what is meant.
   */
  public String code() {
    return code;
  }

  /** Returns what went wrong, for people, in a few words. */
  public String message() {
    return message;
  }

  /** Returns what went wrong, for people, in a sentence. */
  public String longMessage() {
    return longMessage;
  }

  /**
   * Returns further facts, such as {@code param_name}, as an unmodifiable map of strings, booleans,
   * {@code Long}, {@code Double}, null, and unmodifiable lists and maps of these.
   */
  public Map<String, @Nullable Object> meta() {
    return Collections.unmodifiableMap(meta);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClerkError that
        && code.equals(that.code)
        && message.equals(that.message)
        && longMessage.equals(that.longMessage)
        && meta.equals(that.meta);
  }

  @Override
  public int hashCode() {
    return Objects.hash(code, message, longMessage, meta);
  }

  @Override
  public String toString() {
    return code + ": " + message;
  }
}
