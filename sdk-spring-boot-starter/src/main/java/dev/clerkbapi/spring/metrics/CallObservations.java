package dev.clerkbapi.spring.metrics;

import dev.clerkbapi.CallListener;
import dev.clerkbapi.CallReport;
import dev.clerkbapi.CallStart;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import org.jspecify.annotations.Nullable;

/**
 * Makes an observation of each call, from its start to its end. It is current meanwhile, so that
 * lines of the log have its trace. Headers of the trace are not sent: Clerk is somebody else.
 */
final class CallObservations implements CallListener {
  private final ObservationRegistry registry;

  /** A call is one thread's, from start to end. A rate limit may make calls during another one. */
  private static final ThreadLocal<@Nullable Open> CALLS = new ThreadLocal<>();

  CallObservations(ObservationRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void callStarted(CallStart start) {
    Observation observation =
        Observation.createNotStarted(CallTags.CALLS, CallObservations::context, registry)
            .contextualName("clerk " + start.operation())
            .lowCardinalityKeyValue(CallTags.OPERATION, start.operation())
            .start();
    CALLS.set(new Open(observation, observation.openScope(), CALLS.get()));
  }

  @Override
  public void callEnded(CallReport report) {
    Open call = CALLS.get();
    if (call == null) {
      return;
    }
    if (call.outer() == null) {
      CALLS.remove();
    } else {
      CALLS.set(call.outer());
    }
    end(call, report);
  }

  private static void end(Open call, CallReport report) {
    Observation observation = call.observation();
    observation.lowCardinalityKeyValues(CallTags.of(report));
    observation.highCardinalityKeyValue("attempts", Integer.toString(report.attempts()));
    report.traceId().ifPresent(id -> observation.highCardinalityKeyValue("clerk.trace_id", id));
    report.error().ifPresent(name -> observation.error(new FailedCall(name)));
    call.scope().close();
    observation.stop();
  }

  private static Observation.Context context() {
    SenderContext<Object> context = new SenderContext<>((carrier, key, value) -> {}, Kind.CLIENT);
    context.setCarrier(context);
    context.setRemoteServiceName("clerk");
    return context;
  }

  private record Open(Observation observation, Observation.Scope scope, @Nullable Open outer) {}

  /** Marks a span as failed. Not the exception of the call, whose message can contain an ID. */
  private static final class FailedCall extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedCall(String error) {
      super(error, null, false, false);
    }
  }
}
