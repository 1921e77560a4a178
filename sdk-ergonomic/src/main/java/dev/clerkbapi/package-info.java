/**
 * The client of Clerk's Backend API (BAPI): start at {@link dev.clerkbapi.ClerkClient}.
 *
 * <pre>{@code
 * try (ClerkClient clerk = ClerkClient.fromEnv()) {
 *   User user = clerk.users().lockUser("user_123");
 * }
 * }</pre>
 */
@NullMarked
package dev.clerkbapi;

import org.jspecify.annotations.NullMarked;
