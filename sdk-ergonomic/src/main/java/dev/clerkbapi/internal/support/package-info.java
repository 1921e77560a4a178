/** What every layer needs: time and chance, budgets, checks, the client's lifecycle. Not API. */
@NullMarked
package dev.clerkbapi.internal.support;

import org.jspecify.annotations.NullMarked;
