package dev.clerkbapi.internal;

import dev.clerkbapi.errors.ClerkException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that did not succeed.
 *
 * @param error what the caller gets if there is no further attempt
 * @param again whether another attempt makes sense
 * @param retryAfter the least time that the server asks to wait
 * @param brief what the log says of it: a status or a reason, without any word of the server's
 * @param traceId of its answer, if there was one that has it
 */
record Failure(
    ClerkException error,
    Again again,
    @Nullable Duration retryAfter,
    String brief,
    @Nullable String traceId) {

  /** Whether to try again. */
  enum Again {
    /** It would end the same way, or nobody wants it any more. */
    NEVER,
    /** The request may have been carried out. */
    IF_REPEATABLE,
    /** Nothing was done. */
    ALWAYS
  }
}
