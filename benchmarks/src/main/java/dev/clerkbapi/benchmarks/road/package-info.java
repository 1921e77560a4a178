/** A server that speaks what BAPI speaks, TLS, HTTP/2 and gzip, and contenders that stay. */
@NullMarked
package dev.clerkbapi.benchmarks.road;

import org.jspecify.annotations.NullMarked;
