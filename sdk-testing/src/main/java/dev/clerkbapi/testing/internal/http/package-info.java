/** A small HTTP server that can fail on purpose. Not API: it changes without notice. */
@NullMarked
package dev.clerkbapi.testing.internal.http;

import org.jspecify.annotations.NullMarked;
