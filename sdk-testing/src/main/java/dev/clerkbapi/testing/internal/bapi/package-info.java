/**
 * BAPI's description: operations, schemas, and values that fit them. Not API: it changes without
 * notice.
 */
@NullMarked
package dev.clerkbapi.testing.internal.bapi;

import org.jspecify.annotations.NullMarked;
