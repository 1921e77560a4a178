package dev.clerkbapi.errors;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One entry of BAPI's error envelope. Immutable; members missing from the response are empty. */
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
   * Returns the error code, such as {@code resource_not_found}. The same code can occur with
   * different statuses; only code and status together are unambiguous.
   */
  public String code() {
    return code;
  }

  /** Returns a short message for people. */
  public String message() {
    return message;
  }

  /** Returns a longer message for people. */
  public String longMessage() {
    return longMessage;
  }

  /**
   * Returns further details, such as {@code param_name}, as an unmodifiable map. Values are
   * strings, booleans, {@code Long}, {@code Double}, null, and unmodifiable lists and maps of
   * these.
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
