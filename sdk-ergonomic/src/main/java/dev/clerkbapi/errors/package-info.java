/**
 * The unchecked exceptions of a call: {@link dev.clerkbapi.errors.ClerkException} and its subtypes.
 *
 * <p>Catch {@link dev.clerkbapi.errors.ClerkApiException} for an error response, {@link
 * dev.clerkbapi.errors.ClerkTransportException} for no response, {@link
 * dev.clerkbapi.errors.ClerkDecodingException} for a successful response whose body cannot be read.
 */
@NullMarked
package dev.clerkbapi.errors;

import org.jspecify.annotations.NullMarked;
