package dev.clerkbapi.spring;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which tokens are good.
 *
 * @param jwtKey Public key of the instance in PEM, so that verifying tokens needs no network.
 * @param publishableKey Publishable key of the instance, such as pk_live_...; needed for cookies.
 * @param authorizedParties Origins whose session tokens are accepted, such as
 *     https://app.example.com; of every origin without it.
 * @param audience Audiences of which a session token must name one, if any are set.
 * @param clockSkew By how much the clocks of Clerk and of this machine may differ.
 */
@ConfigurationProperties("clerk")
record TokenProperties(
    @Nullable String jwtKey,
    @Nullable String publishableKey,
    @DefaultValue List<String> authorizedParties,
    @DefaultValue List<String> audience,
    @DefaultValue("5s") Duration clockSkew) {}
