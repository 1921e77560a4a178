/**
 * A stand-in for Clerk's Backend API, for tests that want a server which remembers what it was
 * told.
 */
@NullMarked
package dev.clerkbapi.testing;

import org.jspecify.annotations.NullMarked;
