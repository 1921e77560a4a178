/** Turns the rewritten description into Java source. */
@NullMarked
package dev.clerkbapi.openapi.codegen;

import org.jspecify.annotations.NullMarked;
