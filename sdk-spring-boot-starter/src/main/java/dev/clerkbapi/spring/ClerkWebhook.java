package dev.clerkbapi.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter of a controller's method that gets the webhook in the request's body, verified and
 * decoded: a {@link dev.clerkbapi.webhooks.WebhookEvent}, or a {@link
 * dev.clerkbapi.webhooks.WebhookDelivery}, which has the ID of the message, too.
 *
 * <pre>{@code
 * @PostMapping("/webhooks/clerk")
 * @ResponseStatus(HttpStatus.NO_CONTENT)
 * void receive(@ClerkWebhook WebhookDelivery delivery) {
 *   if (delivery.event() instanceof UserCreated created) {
 *     users.add(created.data());
 *   }
 * }
 * }</pre>
 *
 * <p>A request that is no genuine delivery gets 400, and the method is not called. An event that
 * this version of the SDK does not know arrives as {@link
 * dev.clerkbapi.webhooks.WebhookEvent.Unknown}. For Spring MVC, with {@code
 * clerk.webhook-signing-secret} or a {@link dev.clerkbapi.webhooks.WebhookVerifier} of your own.
 *
 * <p>Nothing may read the body earlier: no other parameter of the method, and no filter unless it
 * hands on a copy. Webhooks have no session and no CSRF token; permit the route without either.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface ClerkWebhook {}
