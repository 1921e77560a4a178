/** What a new description means: for the API, for Java callers, and for the maintainers. */
@NullMarked
package dev.clerkbapi.openapi.update;

import org.jspecify.annotations.NullMarked;
