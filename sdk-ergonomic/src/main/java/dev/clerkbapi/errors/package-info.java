/**
 * What a call throws, unchecked: {@link dev.clerkbapi.errors.ClerkException} and its three kinds.
 *
 * <p>Catch {@link dev.clerkbapi.errors.ClerkApiException} for what BAPI answered, {@link
 * dev.clerkbapi.errors.ClerkTransportException} for no answer, {@link
 * dev.clerkbapi.errors.ClerkDecodingException} for a success whose body cannot be read.
 */
@NullMarked
package dev.clerkbapi.errors;

import org.jspecify.annotations.NullMarked;
