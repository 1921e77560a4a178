/**
 * The journal of {@code lock-users}: what each run did to each user, as JSON Lines.
 *
 * <p>{@link dev.clerkbapi.cli.journal.Journal} is what the command uses. {@code JournalFormat} and
 * {@code JournalParser} define a line, {@code JournalFile} and {@code JournalReader} the file, and
 * {@code UserState} what the lines of one user mean. This package knows nothing of the command.
 */
@NullMarked
package dev.clerkbapi.cli.journal;

import org.jspecify.annotations.NullMarked;
