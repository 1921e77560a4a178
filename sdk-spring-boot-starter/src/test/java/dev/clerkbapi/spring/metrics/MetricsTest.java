package dev.clerkbapi.spring.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.spring.ClerkAutoConfiguration;
import dev.clerkbapi.spring.ClerkClientBuilderCustomizer;
import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.FakeFault;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Calls are measured, in timers and in observations. */
class MetricsTest {
  private final FakeBapi bapi = FakeBapi.start();
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final Recorder recorder = new Recorder();
  private final ObservationRegistry observations = ObservationRegistry.create();
  private final List<String> own = new ArrayList<>();

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  ClerkMetricsAutoConfiguration.class, ClerkAutoConfiguration.class))
          .withPropertyValues(
              "clerk.secret-key=" + bapi.secretKey(), "clerk.api-url=" + bapi.baseUrl())
          .withBean(
              ClerkClientBuilderCustomizer.class,
              () -> builder -> builder.callListener(report -> own.add(report.operation())));

  @AfterEach
  void stop() {
    bapi.close();
  }

  @Test
  void meterRegistryAlone_hasTimersOfCallsAndCountersOfAttempts() {
    bapi.addUser("user_1");
    bapi.failNext(FakeFault.error(503, "service_unavailable"));
    runner
        .withBean(MeterRegistry.class, () -> meters)
        .run(context -> callTwice(context.getBean(ClerkClient.class)));

    expectTwoCalls();
    assertThat(meters.get("clerk.attempts").tag("operation", "lockUser").counter().count())
        .isEqualTo(2);
    assertThat(own).containsExactly("lockUser", "getUser");
  }

  @Test
  void observationRegistry_hasTheSameTimersAndClientSpans() {
    bapi.addUser("user_1");
    observations
        .observationConfig()
        .observationHandler(new DefaultMeterObservationHandler(meters))
        .observationHandler(recorder);
    runner
        .withBean(MeterRegistry.class, () -> meters)
        .withBean(ObservationRegistry.class, () -> observations)
        .run(context -> callTwice(context.getBean(ClerkClient.class)));

    expectTwoCalls();
    assertThat(recorder.events)
        .containsExactly(
            "start clerk lockUser",
            "stop clerk lockUser",
            "start clerk getUser",
            "error NotFound",
            "stop clerk getUser");
    assertThat(recorder.kinds).containsOnly(Kind.CLIENT);
    assertThat(recorder.values).noneMatch(value -> value.getValue().contains("user_"));
    assertThat(observations.getCurrentObservation()).isNull();
  }

  @Test
  void observation_isCurrentDuringTheCallAndChildOfTheOneAround() {
    bapi.addUser("user_1");
    observations.observationConfig().observationHandler(recorder);
    List<String> seen = new ArrayList<>();
    runner
        .withBean(ObservationRegistry.class, () -> observations)
        .withBean(
            "during",
            ClerkClientBuilderCustomizer.class,
            () ->
                builder ->
                    builder.rateLimit(
                        wait -> {
                          seen.add(
                              String.valueOf(
                                  observations
                                      .getCurrentObservation()
                                      .getContextView()
                                      .getContextualName()));
                          return java.util.Optional.of(java.time.Duration.ZERO);
                        }))
        .run(
            context ->
                Observation.createNotStarted("around", observations)
                    .observe(() -> context.getBean(ClerkClient.class).users().lockUser("user_1")));

    assertThat(seen).containsExactly("clerk lockUser");
    assertThat(recorder.parents).containsExactly("around");
  }

  @Test
  void nothingOfTheTrace_isSentToClerk() {
    bapi.addUser("user_1");
    observations
        .observationConfig()
        .observationHandler(
            new ObservationHandler<SenderContext<Object>>() {
              @Override
              public void onStart(SenderContext<Object> context) {
                context.getSetter().set(context.getCarrier(), "traceparent", "00-1-2-01");
              }

              @Override
              public boolean supportsContext(Observation.Context context) {
                return context instanceof SenderContext;
              }
            });
    runner
        .withBean(ObservationRegistry.class, () -> observations)
        .run(context -> context.getBean(ClerkClient.class).users().lockUser("user_1"));

    assertThat(bapi.requests()).hasSize(1);
  }

  @Test
  void disabled_measuresNothing() {
    bapi.addUser("user_1");
    runner
        .withPropertyValues("clerk.metrics.enabled=false")
        .withBean(MeterRegistry.class, () -> meters)
        .run(context -> callTwice(context.getBean(ClerkClient.class)));

    assertThat(meters.getMeters()).isEmpty();
    assertThat(own).hasSize(2);
  }

  private static void callTwice(ClerkClient clerk) {
    clerk.users().lockUser("user_1");
    try {
      clerk.users().getUser("user_404");
    } catch (ClerkException e) {
      // Measured like any other.
    }
  }

  private void expectTwoCalls() {
    Timer locked = meters.get("clerk.calls").tag("operation", "lockUser").timer();
    assertThat(locked.count()).isEqualTo(1);
    assertThat(locked.getId().getTag("status")).isEqualTo("200");
    assertThat(locked.getId().getTag("outcome")).isEqualTo("SUCCESS");
    assertThat(locked.getId().getTag("exception")).isEqualTo("none");
    Timer missing = meters.get("clerk.calls").tag("operation", "getUser").timer();
    assertThat(missing.getId().getTag("status")).isEqualTo("404");
    assertThat(missing.getId().getTag("outcome")).isEqualTo("CLIENT_ERROR");
    assertThat(missing.getId().getTag("exception")).isEqualTo("NotFound");
    assertThat(meters.getMeters())
        .filteredOn(meter -> meter instanceof Timer || meter instanceof Counter)
        .flatExtracting(meter -> meter.getId().getTags())
        .noneMatch(tag -> tag.getValue().contains("user_"));
  }

  private static final class Recorder implements ObservationHandler<Observation.Context> {
    final List<String> events = new ArrayList<>();
    final List<Kind> kinds = new ArrayList<>();
    final List<KeyValue> values = new ArrayList<>();
    final List<String> parents = new ArrayList<>();

    @Override
    public boolean supportsContext(Observation.Context context) {
      return context instanceof SenderContext;
    }

    @Override
    public void onStart(Observation.Context context) {
      events.add("start " + context.getContextualName());
      kinds.add(((SenderContext<?>) context).getKind());
      if (context.getParentObservation() != null) {
        parents.add(context.getParentObservation().getContextView().getName());
      }
    }

    @Override
    public void onError(Observation.Context context) {
      events.add("error " + context.getError().getMessage());
    }

    @Override
    public void onStop(Observation.Context context) {
      events.add("stop " + context.getContextualName());
      context.getAllKeyValues().forEach(values::add);
    }
  }
}
