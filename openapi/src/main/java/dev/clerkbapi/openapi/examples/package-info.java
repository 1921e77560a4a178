/** Example objects, made of what a rewritten description says. */
@NullMarked
package dev.clerkbapi.openapi.examples;

import org.jspecify.annotations.NullMarked;
