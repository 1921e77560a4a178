/**
 * The command {@code lock-users}: locks any number of users, and can be killed at any moment.
 *
 * <p>{@link dev.clerkbapi.samples.lockusers.LockUsers} is where to begin. Which users, {@code
 * UserIds} says; what was done to them, the {@code Journal}.
 */
@NullMarked
package dev.clerkbapi.samples.lockusers;

import org.jspecify.annotations.NullMarked;
