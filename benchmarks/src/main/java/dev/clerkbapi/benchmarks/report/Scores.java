package dev.clerkbapi.benchmarks.report;

/**
 * The results of contenders that took turns.
 *
 * @param time microseconds an operation takes
 * @param bytes allocated an operation, by all threads of the process
 */
record Scores(Rounds time, Rounds bytes) {}
