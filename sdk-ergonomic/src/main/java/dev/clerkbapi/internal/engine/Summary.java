package dev.clerkbapi.internal.engine;

import dev.clerkbapi.internal.http.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The result of one call, without secrets.
 *
 * @param status of the last response, 0 if there was none
 * @param attempts requests that were sent, or could not be sent
 * @param nanos how long the whole call took
 * @param requestNanos how long the last request with a response took, 0 if there was none
 * @param error the simple name of the exception's class, null for a success
 */
public record Summary(
    Operation operation,
    int status,
    int attempts,
    long nanos,
    long requestNanos,
    @Nullable String traceId,
    @Nullable String error) {}
