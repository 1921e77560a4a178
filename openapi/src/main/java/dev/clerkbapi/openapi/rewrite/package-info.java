/** Turns the description into one where every Java type is a named component. */
@NullMarked
package dev.clerkbapi.openapi.rewrite;

import org.jspecify.annotations.NullMarked;
