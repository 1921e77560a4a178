/**
 * Clerk's webhooks: {@link dev.clerkbapi.webhooks.WebhookVerifier} checks that a delivery is
 * genuine, and returns the {@link dev.clerkbapi.webhooks.WebhookEvent} in it. No HTTP client is
 * needed.
 */
@NullMarked
package dev.clerkbapi.webhooks;

import org.jspecify.annotations.NullMarked;
