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
 */
record Failure(ClerkException error, Again again, @Nullable Duration retryAfter) {

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
