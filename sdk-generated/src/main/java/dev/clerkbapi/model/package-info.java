/**
 * The objects that Clerk's Backend API takes and returns. Generated from its description.
 *
 * <p>All are immutable. The accessor of a required member never returns null: it throws {@link
 * dev.clerkbapi.json.MissingMemberException} if neither a response nor a builder supplied the
 * member. A missing list is empty.
 *
 * <p>Numbers and booleans are boxed, also where BAPI promises them: if Clerk later declares such a
 * member nullable, the accessor's type stays the same, and programs compiled against an earlier
 * version of the SDK still link.
 */
@NullMarked
package dev.clerkbapi.model;

import org.jspecify.annotations.NullMarked;
