/** Speaks HTTP with BAPI: one attempt, as it goes over the wire. Not API. */
@NullMarked
package dev.clerkbapi.internal.http;

import org.jspecify.annotations.NullMarked;
