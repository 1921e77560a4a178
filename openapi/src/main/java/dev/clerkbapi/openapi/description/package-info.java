/** Reading, importing and writing OpenAPI documents. */
@NullMarked
package dev.clerkbapi.openapi.description;

import org.jspecify.annotations.NullMarked;
