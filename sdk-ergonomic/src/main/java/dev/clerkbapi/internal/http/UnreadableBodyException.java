package dev.clerkbapi.internal.http;

import org.jspecify.annotations.Nullable;

/**
 * A successful response whose body cannot be decoded. Internal: it is not an {@code IOException},
 * as some exceptions of decoders are, so that it is not mistaken for a failure of the network.
 */
public final class UnreadableBodyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String rawBody;

  public UnreadableBodyException(String reason, String rawBody, @Nullable Throwable cause) {
    super(reason, cause);
    this.rawBody = rawBody;
  }

  public String rawBody() {
    return rawBody;
  }
}
