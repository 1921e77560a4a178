/**
 * Keeps a million user IDs in little memory. This package knows nothing of the command or its
 * journal.
 */
@NullMarked
package dev.clerkbapi.cli.ids;

import org.jspecify.annotations.NullMarked;
