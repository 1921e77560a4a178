package dev.clerkbapi.spring.actuate;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** The indicator of Boot 3. */
final class Boot3HealthIndicator implements HealthIndicator {
  private final ClerkHealth clerk;

  Boot3HealthIndicator(ClerkHealth clerk) {
    this.clerk = clerk;
  }

  @Override
  public Health health() {
    ClerkHealth.State state = clerk.state();
    return Health.status(state.status()).withDetails(state.details()).build();
  }
}
