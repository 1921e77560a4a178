/** What we add to the facts: OpenAPI Overlay 1.0. */
@NullMarked
package dev.clerkbapi.openapi.overlay;

import org.jspecify.annotations.NullMarked;
