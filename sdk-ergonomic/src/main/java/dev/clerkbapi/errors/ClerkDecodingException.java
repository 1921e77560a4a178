package dev.clerkbapi.errors;

import dev.clerkbapi.internal.Operation;
import org.jspecify.annotations.Nullable;

/**
 * BAPI answered with success, but the body is not what the operation promises: not JSON, empty, cut
 * off, too large, or with a member of another JSON type.
 *
 * <p>The action did happen: {@link #mayHaveBeenCarriedOut()} is always {@code true}, and the SDK
 * does not repeat the call. Unknown members, unknown values and missing members are no reason for
 * this exception.
 */
public final class ClerkDecodingException extends ClerkException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String rawBody;

  ClerkDecodingException(
      Operation operation, int status, String rawBody, String reason, @Nullable Throwable cause) {
    super(operation, Messages.of(operation, status + " with " + reason), cause, true);
    this.status = status;
    this.rawBody = rawBody;
  }

  /** Returns the HTTP status of the answer, such as {@code 200}. */
  public int status() {
    return status;
  }

  /**
   * Returns the body as it was received, empty if there was none; at most the first 64 KiB. It may
   * hold personal data, which is why the message leaves it out.
   */
  public String rawBody() {
    return rawBody;
  }
}
