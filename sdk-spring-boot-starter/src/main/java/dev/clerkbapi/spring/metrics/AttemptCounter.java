package dev.clerkbapi.spring.metrics;

import dev.clerkbapi.CallListener;
import dev.clerkbapi.CallReport;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts requests: if there are more of them than calls, some were retried. */
final class AttemptCounter implements CallListener {
  static final String ATTEMPTS = "clerk.attempts";

  private final Meter.MeterProvider<Counter> attempts;

  AttemptCounter(MeterRegistry registry) {
    this.attempts =
        Counter.builder(ATTEMPTS)
            .description("Requests to Clerk's API, repeated ones included")
            .withRegistry(registry);
  }

  @Override
  public void callEnded(CallReport report) {
    attempts.withTag(CallTags.OPERATION, report.operation()).increment(report.attempts());
  }
}
