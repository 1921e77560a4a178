package dev.clerkbapi.json;

import com.squareup.moshi.JsonAdapter;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What a stream of Java objects contains in place of a model: its name and its text. So a stream
 * does not depend on how a version of this SDK keeps the members, and is read by the decoder that
 * reads responses. For generated code.
 */
public abstract class SerializedModel implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Looked up among the types of one package, never loaded by its name. */
  private final String type;

  private final String json;

  /** When the response with it was received, from which durations in it count. */
  private final @Nullable Instant receivedAt;

  /** {@code type} is the simple name of a model or union, for example {@code User}. */
  protected SerializedModel(String type, String json, @Nullable Instant receivedAt) {
    this.type = type;
    this.json = json;
    this.receivedAt = receivedAt;
  }

  /** Returns the adapter of a type in the package of this class; null if there is no such type. */
  protected abstract @Nullable JsonAdapter<?> adapter(String type, Clock clock);

  /** Called by deserialization; a stream can be forged, so any member may be null. */
  @SuppressWarnings("RedundantNullCheck")
  protected final Object readResolve() throws InvalidObjectException {
    if (type == null || json == null) {
      throw new InvalidObjectException("a model without its type or its text");
    }
    JsonAdapter<?> adapter = adapter(type, clock());
    if (adapter == null) {
      throw new InvalidObjectException("this version of the SDK has no model " + type);
    }
    try {
      return ModelAdapter.parse(json, adapter);
    } catch (IllegalArgumentException e) {
      throw invalid(type + ": " + e.getMessage(), e);
    }
  }

  private Clock clock() {
    return receivedAt == null ? ModelAdapter.noClock() : Clock.fixed(receivedAt, ZoneOffset.UTC);
  }

  /** What a model itself says to a stream that contains one, which only a forged stream does. */
  static InvalidObjectException refusal() {
    return new InvalidObjectException("models are serialized as text");
  }

  private static InvalidObjectException invalid(String message, Exception cause) {
    InvalidObjectException e = new InvalidObjectException(message);
    e.initCause(cause);
    return e;
  }
}
