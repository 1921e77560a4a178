/**
 * The SDK: {@link dev.clerkbapi.ClerkClient} and what hangs on it.
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
