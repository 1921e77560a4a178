package dev.clerkbapi.spring.metrics;

import dev.clerkbapi.ClerkClientBuilder;
import dev.clerkbapi.spring.ClerkClientBuilderCustomizer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Measures the calls of the client, if there is a registry. With an {@link ObservationRegistry},
 * such as Boot's actuator has, a call is an observation, of which Boot makes a timer and, if the
 * application has tracing, a span. With a {@link MeterRegistry} alone it is a timer.
 */
@AutoConfiguration
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnProperty(name = "clerk.metrics.enabled", matchIfMissing = true)
public class ClerkMetricsAutoConfiguration {
  ClerkMetricsAutoConfiguration() {}

  /** First, so that what it measures includes the application's own listeners. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  ClerkClientBuilderCustomizer clerkCallMetrics(
      ObjectProvider<ObservationRegistry> observations, ObjectProvider<MeterRegistry> meters) {
    return builder -> add(builder, observations.getIfUnique(), meters.getIfAvailable());
  }

  private static void add(
      ClerkClientBuilder builder,
      @Nullable ObservationRegistry observations,
      @Nullable MeterRegistry meters) {
    if (observations != null) {
      builder.callListener(new CallObservations(observations));
    } else if (meters != null) {
      builder.callListener(new CallTimers(meters));
    }
    if (meters != null) {
      builder.callListener(new AttemptCounter(meters));
    }
  }
}
