/** Not API: anything here may change in any version. */
@NullMarked
package dev.clerkbapi.internal;

import org.jspecify.annotations.NullMarked;
