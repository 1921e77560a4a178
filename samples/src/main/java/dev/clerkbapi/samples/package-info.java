/** Runnable programs, one question each. */
@NullMarked
package dev.clerkbapi.samples;

import org.jspecify.annotations.NullMarked;
