/**
 * JSON as maps, lists, strings, numbers, booleans and nulls. Not API: it changes without notice.
 */
@NullMarked
package dev.clerkbapi.testing.internal.json;

import org.jspecify.annotations.NullMarked;
