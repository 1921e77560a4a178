package dev.clerkbapi.spring.actuate;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a check of health does.
 *
 * @param call Whether each check calls the API; otherwise it tells how the latest call ended.
 * @param timeout Limit of this call, which is not repeated.
 */
@ConfigurationProperties("clerk.health")
record HealthProperties(
    @DefaultValue("false") boolean call, @DefaultValue("5s") Duration timeout) {}
