/** Decides when a call is sent, whether it is retried, and what it returns or throws. Not API. */
@NullMarked
package dev.clerkbapi.internal.engine;

import org.jspecify.annotations.NullMarked;
