/** Metadata as values of one's own types: start at {@link dev.clerkbapi.metadata.Metadata}. */
@NullMarked
package dev.clerkbapi.metadata;

import org.jspecify.annotations.NullMarked;
