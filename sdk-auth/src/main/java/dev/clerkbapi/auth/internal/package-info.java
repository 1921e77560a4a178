/** How tokens, keys and cookies are written, whatever they mean. Not API. */
@NullMarked
package dev.clerkbapi.auth.internal;

import org.jspecify.annotations.NullMarked;
