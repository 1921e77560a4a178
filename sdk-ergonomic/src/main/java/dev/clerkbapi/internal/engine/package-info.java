/**
 * Decides what becomes of a call: when it is sent, whether again, what its caller gets. Not API.
 */
@NullMarked
package dev.clerkbapi.internal.engine;

import org.jspecify.annotations.NullMarked;
