/** Projects that depend on the SDK and on other versions of its libraries. */
@NullMarked
package dev.clerkbapi.consumers;

import org.jspecify.annotations.NullMarked;
