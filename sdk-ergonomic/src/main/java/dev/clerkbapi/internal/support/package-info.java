/**
 * Shared by all layers: time and randomness, rate limits, checks, the client's lifecycle. Not API.
 */
@NullMarked
package dev.clerkbapi.internal.support;

import org.jspecify.annotations.NullMarked;
