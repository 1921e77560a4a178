package dev.clerkbapi.errors;

import dev.clerkbapi.internal.Operation;
import org.jspecify.annotations.Nullable;

/**
 * No answer came: the connection was refused, reset or not trusted, the answer broke off or was not
 * HTTP, the time was over, or the call was interrupted, cancelled or ended by closing the client.
 *
 * <p>After an interruption the thread's interrupt flag is set. Whether the request may have reached
 * BAPI is told by {@link #mayHaveBeenCarriedOut()}.
 */
public final class ClerkTransportException extends ClerkException {
  private static final long serialVersionUID = 1L;

  ClerkTransportException(
      Operation operation,
      String reason,
      @Nullable Throwable cause,
      boolean mayHaveBeenCarriedOut) {
    super(operation, Messages.of(operation, reason), cause, mayHaveBeenCarriedOut);
  }
}
