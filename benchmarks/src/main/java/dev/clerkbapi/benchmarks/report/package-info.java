/** Runs the benchmarks, contenders in turn, and writes down what came of it. */
@NullMarked
package dev.clerkbapi.benchmarks.report;

import org.jspecify.annotations.NullMarked;
