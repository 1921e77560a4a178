/**
 * The command {@code lock-users}: locks any number of users, and can be killed at any moment.
 *
 * <p>{@link dev.clerkbapi.cli.LockUsers} is where to begin. Which users, {@code
 * UserIds} says; what was done to them, the {@code Journal}.
 */
@NullMarked
package dev.clerkbapi.cli;

import org.jspecify.annotations.NullMarked;
