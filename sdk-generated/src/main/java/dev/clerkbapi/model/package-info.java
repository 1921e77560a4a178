/**
 * The objects that Clerk's Backend API takes and returns. Generated from its description.
 *
 * <p>All are immutable. A member that BAPI promises is never null: reading one that an answer lacks
 * throws {@link dev.clerkbapi.json.MissingMemberException}. A list that is missing is empty.
 */
@NullMarked
package dev.clerkbapi.model;

import org.jspecify.annotations.NullMarked;
