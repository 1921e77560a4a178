/**
 * The objects that Clerk's Backend API takes and returns. Generated from its description.
 *
 * <p>All are immutable. A member that BAPI promises is never null: reading one that a response
 * lacks throws {@link dev.clerkbapi.json.MissingMemberException}. A list that is missing is empty.
 *
 * <p>Numbers and booleans are boxed, also where BAPI promises them: if Clerk later declares such a
 * member nullable, the accessor's type stays the same, and programs compiled against an earlier
 * version of the SDK still link.
 */
@NullMarked
package dev.clerkbapi.model;

import org.jspecify.annotations.NullMarked;
