/** Calls of Clerk's API as metrics and spans of traces, with Micrometer. */
@NullMarked
package dev.clerkbapi.spring.metrics;

import org.jspecify.annotations.NullMarked;
