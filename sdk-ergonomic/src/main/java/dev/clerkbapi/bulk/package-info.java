/**
 * Locks and unlocks many users at once: start at {@link dev.clerkbapi.bulk.BulkLock}. Made of
 * public API only.
 */
@NullMarked
package dev.clerkbapi.bulk;

import org.jspecify.annotations.NullMarked;
