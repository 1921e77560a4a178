/** Runs the benchmarks, contenders in turn, and writes the results. */
@NullMarked
package dev.clerkbapi.benchmarks.report;

import org.jspecify.annotations.NullMarked;
