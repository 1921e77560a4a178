/** Measures the SDK beside what users would pick instead. Nothing here is for users. */
@NullMarked
package dev.clerkbapi.benchmarks;

import org.jspecify.annotations.NullMarked;
