package dev.clerkbapi.internal.http;

import org.jspecify.annotations.Nullable;

/**
 * An answer of success whose body is not what was promised. Never leaves the SDK by a call of ours:
 * it keeps what a decoder's own exceptions, some of which are {@code IOException}s, would mix up
 * with a failure of the network.
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
