package dev.clerkbapi.testing;

import dev.clerkbapi.testing.internal.http.LoopServer;
import dev.clerkbapi.testing.internal.http.Request;
import dev.clerkbapi.testing.internal.http.Response;
import dev.clerkbapi.testing.internal.http.Response.Ending;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Handles every request: logs it, checks the key and the rate limit, applies the faults that the
 * test asked for, and otherwise lets the routes respond.
 */
final class Gate implements LoopServer.Handler {
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

  @Override
  public Response respond(Request request) {
    log.add(request);
    Duration delay = latency.next();
    boolean ours = isOurs(request);
    // A request that will fail counts as well: it has arrived.
    long retryAfter = ours ? limit.admit() : 0;
    Optional<FakeFault> queued = faults.queued();
    if (queued.isEmpty() && retryAfter > 0) {
      rateLimited.incrementAndGet();
      return JsonResponse.rateLimited(retryAfter).toWire().with(delay, Ending.RESPONSE);
    }
    Optional<FakeFault> fault = queued.or(faults::ofShare);
    return fault.isPresent()
        ? failure(fault.get(), request, delay)
        : carriedOut(request).with(delay, Ending.RESPONSE);
  }

  private boolean isOurs(Request request) {
    return authorization.equals(request.header("Authorization"))
        || routes.m2mTokens.isByMachine(request);
  }

  /** How many requests the limit refused. */
  long rateLimited() {
    return rateLimited.get();
  }

  private Response failure(FakeFault fault, Request request, Duration delay) {
    Response response;
    if (fault.response != null) {
      response = fault.response.toWire();
    } else {
      response = fault.carriedOut ? carriedOut(request) : JsonResponse.ok("").toWire();
    }
    return response.with(delay.plus(fault.delay), fault.ending);
  }

  /** A mistake of the fake, or a value of a test that is no JSON, must be seen by the caller. */
  private Response carriedOut(Request request) {
    try {
      return authenticated(request).toWire();
    } catch (RuntimeException e) {
      String where = e.getStackTrace().length > 0 ? " at " + e.getStackTrace()[0] : "";
      return JsonResponse.error(500, "fake_bapi_failed", "FakeBapi failed: " + e + where).toWire();
    }
  }

  private JsonResponse authenticated(Request request) {
    String given = request.header("Authorization");
    if (routes.isOpen(request)) {
      return routes.respond(request);
    }
    if (given == null || !given.startsWith("Bearer ")) {
      return JsonResponse.error(401, "authentication_invalid", "The request carries no secret key");
    }
    return isOurs(request)
        ? routes.respond(request)
        : JsonResponse.error(
            401, "clerk_key_invalid", "The secret key is not one of this instance");
  }
}
