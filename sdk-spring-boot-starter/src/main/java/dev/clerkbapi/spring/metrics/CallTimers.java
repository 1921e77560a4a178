package dev.clerkbapi.spring.metrics;

import dev.clerkbapi.CallListener;
import dev.clerkbapi.CallReport;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/** Records each call in a timer, waits included. */
final class CallTimers implements CallListener {
  private final Meter.MeterProvider<Timer> calls;

  CallTimers(MeterRegistry registry) {
    this.calls =
        Timer.builder(CallTags.CALLS)
            .description("Calls of Clerk's API, with their waits")
            .withRegistry(registry);
  }

  @Override
  public void callEnded(CallReport report) {
    Tags tags = Tags.empty();
    for (var tag : CallTags.of(report)) {
      tags = tags.and(tag.getKey(), tag.getValue());
    }
    calls.withTags(tags).record(report.duration());
  }
}
