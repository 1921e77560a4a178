package dev.clerkbapi.internal.engine;

import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.internal.http.ErrorResponse;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that did not succeed: an error response, no response, or a successful response that
 * cannot be read.
 *
 * @param error thrown to the caller if there is no further attempt
 * @param response the error response, if there was one
 * @param ending how it ended, if there was no response
 * @param brief the text for the log: a status or a reason, without any text from the server
 * @param traceId of its response, if it has one
 */
record Failure(
    ClerkException error,
    @Nullable ErrorResponse response,
    @Nullable Ending ending,
    String brief,
    @Nullable String traceId) {}
