/**
 * Clerk's webhooks, verified and decoded: start at {@link dev.clerkbapi.webhooks.WebhookVerifier}.
 */
module dev.clerkbapi.webhooks {
  requires transitive dev.clerkbapi.generated;

  exports dev.clerkbapi.webhooks;
}
