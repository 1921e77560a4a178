package dev.clerkbapi.testing;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What every request passes: the log, the faults that the test asked for, the check of the key, the
 * rate limit.
 */
final class Gate {
  private final String authorization;
  private final Routes routes;
  private final Faults faults;
  private final RateLimit limit;
  private final Latency latency;
  private final RequestLog log;
  private final AtomicLong rateLimited = new AtomicLong();

  Gate(
      String secretKey,
      Routes routes,
      Faults faults,
      RateLimit limit,
      Latency latency,
      RequestLog log) {
    this.authorization = "Bearer " + secretKey;
    this.routes = routes;
    this.faults = faults;
    this.limit = limit;
    this.latency = latency;
    this.log = log;
  }

  ResponseDefinition answer(Request request) {
    log.add(request);
    long delay = latency.next();
    boolean ours = authorization.equals(request.getHeader("Authorization"));
    // Requests that are to fail take room, too: they have arrived.
    long retryAfter = ours ? limit.admit() : 0;
    Optional<FakeFault> queued = faults.queued();
    if (queued.isEmpty() && retryAfter > 0) {
      rateLimited.incrementAndGet();
      return late(Answer.rateLimited(retryAfter).toWire(), delay);
    }
    Optional<FakeFault> fault = queued.or(faults::drawn);
    return fault.isPresent()
        ? late(failing(fault.get(), request), delay + fault.get().delay.toMillis())
        : late(authenticated(request).toWire(), delay);
  }

  /** How many requests the limit refused. */
  long rateLimited() {
    return rateLimited.get();
  }

  private ResponseDefinitionBuilder failing(FakeFault fault, Request request) {
    Answer answer = fault.answer;
    if (answer == null) {
      answer = fault.carriedOut ? authenticated(request) : Answer.ok("");
    }
    ResponseDefinitionBuilder wire = answer.toWire();
    return fault.connection == null ? wire : wire.withFault(fault.connection);
  }

  private static ResponseDefinition late(ResponseDefinitionBuilder wire, long millis) {
    return wire.withFixedDelay((int) Math.min(millis, Integer.MAX_VALUE)).build();
  }

  private Answer authenticated(Request request) {
    String given = request.getHeader("Authorization");
    if (given == null || !given.startsWith("Bearer ")) {
      return Answer.error(401, "authentication_invalid", "The request carries no secret key");
    }
    return given.equals(authorization)
        ? routes.answer(request)
        : Answer.error(401, "clerk_key_invalid", "The secret key is not one of this instance");
  }
}
