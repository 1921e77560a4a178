package dev.clerkbapi.testing;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Handles every request: logs it, checks the key and the rate limit, applies the faults that the
 * test asked for, and otherwise lets the routes respond.
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

  ResponseDefinition respond(Request request) {
    log.add(request);
    long delay = latency.next();
    boolean ours = authorization.equals(request.getHeader("Authorization"));
    // A request that will fail counts as well: it has arrived.
    long retryAfter = ours ? limit.admit() : 0;
    Optional<FakeFault> queued = faults.queued();
    if (queued.isEmpty() && retryAfter > 0) {
      rateLimited.incrementAndGet();
      return delayed(JsonResponse.rateLimited(retryAfter).toWire(), delay);
    }
    Optional<FakeFault> fault = queued.or(faults::ofShare);
    return fault.isPresent()
        ? delayed(failure(fault.get(), request), delay + fault.get().delay.toMillis())
        : delayed(authenticated(request).toWire(), delay);
  }

  /** How many requests the limit refused. */
  long rateLimited() {
    return rateLimited.get();
  }

  private ResponseDefinitionBuilder failure(FakeFault fault, Request request) {
    JsonResponse response = fault.response;
    if (response == null) {
      response = fault.carriedOut ? authenticated(request) : JsonResponse.ok("");
    }
    ResponseDefinitionBuilder wire = response.toWire();
    return fault.connection == null ? wire : wire.withFault(fault.connection);
  }

  private static ResponseDefinition delayed(ResponseDefinitionBuilder wire, long millis) {
    return wire.withFixedDelay((int) Math.min(millis, Integer.MAX_VALUE)).build();
  }

  private JsonResponse authenticated(Request request) {
    String given = request.getHeader("Authorization");
    if (given == null || !given.startsWith("Bearer ")) {
      return JsonResponse.error(401, "authentication_invalid", "The request carries no secret key");
    }
    return given.equals(authorization)
        ? routes.respond(request)
        : JsonResponse.error(
            401, "clerk_key_invalid", "The secret key is not one of this instance");
  }
}
