/**
 * A fake of Clerk's Backend API for tests: a local HTTP server that keeps its state between
 * requests.
 */
@NullMarked
package dev.clerkbapi.testing;

import org.jspecify.annotations.NullMarked;
