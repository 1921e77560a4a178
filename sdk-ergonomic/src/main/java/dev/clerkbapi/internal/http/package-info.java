/** Sends one attempt over HTTP. Not API. */
@NullMarked
package dev.clerkbapi.internal.http;

import org.jspecify.annotations.NullMarked;
