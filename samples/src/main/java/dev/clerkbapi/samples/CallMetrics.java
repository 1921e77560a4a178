package dev.clerkbapi.samples;

import dev.clerkbapi.CallListener;
import dev.clerkbapi.CallReport;
import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.FakeFault;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * How do I see calls in my metrics?
 *
 * <p>Create one with your application's Micrometer registry, and add it to the client: {@code
 * ClerkClient.builder().callListener(new CallMetrics(registry))}. Then
 *
 * <ul>
 *   <li>the timer {@value #CALLS} measures calls, waits included, by operation, status of the last
 *       response, and error;
 *   <li>the counter {@value #ATTEMPTS} counts requests by operation: if there are more of them than
 *       calls, some were retried.
 * </ul>
 *
 * <p>Tags have few different values. With an ID as a tag, there would be a meter for each user. The
 * program calls a fake of BAPI on this machine, and prints the meters.
 */
public final class CallMetrics implements CallListener {
  static final String CALLS = "clerk.calls";
  static final String ATTEMPTS = "clerk.attempts";

  /** A meter needs the same tags for all of its values. */
  private static final String NONE = "none";

  private final Meter.MeterProvider<Timer> calls;
  private final Meter.MeterProvider<Counter> attempts;

  public CallMetrics(MeterRegistry registry) {
    this.calls = Timer.builder(CALLS).description("Calls, with their waits").withRegistry(registry);
    this.attempts = Counter.builder(ATTEMPTS).description("Requests").withRegistry(registry);
  }

  @Override
  public void callEnded(CallReport report) {
    String status = report.status().isPresent() ? "" + report.status().getAsInt() : NONE;
    calls
        .withTags(
            "operation", report.operation(),
            "status", status,
            "error", report.error().orElse(NONE))
        .record(report.duration());
    attempts.withTag("operation", report.operation()).increment(report.attempts());
  }

  public static void main(String[] args) {
    MeterRegistry registry = new SimpleMeterRegistry();
    try (FakeBapi bapi = FakeBapi.start();
        ClerkClient clerk =
            ClerkClient.builder()
                .secretKey(bapi.secretKey())
                .baseUrl(bapi.baseUrl())
                .callListener(new CallMetrics(registry))
                .build()) {
      callAll(bapi, clerk);
    }
    print(registry, Terminal.ofSystem());
  }

  /** Makes a successful call, one that takes two requests, and one that is refused. */
  static void callAll(FakeBapi bapi, ClerkClient clerk) {
    bapi.addUser("user_123");
    clerk.users().lockUser("user_123");
    bapi.failNext(FakeFault.error(503, "service_unavailable"));
    clerk.users().lockUser("user_123");
    try {
      clerk.users().getUser("user_404");
    } catch (ClerkException e) {
      // Counted like any other call.
    }
  }

  static void print(MeterRegistry registry, Terminal terminal) {
    registry.getMeters().stream()
        .sorted(Comparator.comparing(meter -> meter.getId().toString()))
        .forEach(meter -> terminal.say(line(meter)));
  }

  private static String line(Meter meter) {
    String tags =
        meter.getId().getTags().stream()
            .map(tag -> tag.getKey() + "=" + tag.getValue())
            .collect(Collectors.joining(", ", "{", "}"));
    return StreamSupport.stream(meter.measure().spliterator(), false)
        .map(value -> value.getStatistic().getTagValueRepresentation() + "=" + value.getValue())
        .collect(Collectors.joining(" ", meter.getId().getName() + tags + " ", ""));
  }
}
