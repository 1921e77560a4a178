package dev.clerkbapi.internal.engine;

import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.internal.http.ErrorResponse;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that did not succeed: an error response, no response, or a successful response that
 * cannot be read.
 *
 * @param error what the caller gets if there is no further attempt
 * @param response the error response, if there was one
 * @param ending how it ended, if there was no response
 * @param brief what the log says of it: a status or a reason, without any word of the server's
 * @param traceId of its response, if there was one that has it
 */
record Failure(
    ClerkException error,
    @Nullable ErrorResponse response,
    @Nullable Ending ending,
    String brief,
    @Nullable String traceId) {}
