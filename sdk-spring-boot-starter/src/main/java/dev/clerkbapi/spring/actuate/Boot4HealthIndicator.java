package dev.clerkbapi.spring.actuate;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** The indicator of Boot 4, where the types have another package. */
final class Boot4HealthIndicator implements HealthIndicator {
  private final ClerkHealth clerk;

  Boot4HealthIndicator(ClerkHealth clerk) {
    this.clerk = clerk;
  }

  @Override
  public Health health() {
    ClerkHealth.State state = clerk.state();
    return Health.status(state.status()).withDetails(state.details()).build();
  }
}
