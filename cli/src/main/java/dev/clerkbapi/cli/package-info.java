/**
 * The command {@code lock-users}: locks any number of users, and can be killed at any moment.
 *
 * <p>Start reading at {@link dev.clerkbapi.cli.LockUsers}. {@code UserIds} reads which users are
 * meant, {@code BulkJob} carries out a run, and {@link dev.clerkbapi.cli.journal} records it.
 */
@NullMarked
package dev.clerkbapi.cli;

import org.jspecify.annotations.NullMarked;
