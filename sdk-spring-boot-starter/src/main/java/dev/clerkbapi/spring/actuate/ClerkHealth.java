package dev.clerkbapi.spring.actuate;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.RetryPolicy;
import dev.clerkbapi.errors.ClerkException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is known about Clerk's API, for the health indicators of either Boot. It sends nothing
 * unless it is to call: a check of health that calls can use up the instance's rate limit.
 *
 * <p>Without a call of its own it never says that Clerk is down: that would keep requests away from
 * this application, and with them the call that shows that Clerk is up again.
 */
final class ClerkHealth {
  private final ClerkClient client;
  private final LastCall lastCall;
  private final HealthProperties properties;

  ClerkHealth(ClerkClient client, LastCall lastCall, HealthProperties properties) {
    this.client = client;
    this.lastCall = lastCall;
    this.properties = properties;
  }

  /** The state as Boot's status of this name; both have the same ones. */
  record State(String status, Map<String, Object> details) {}

  State state() {
    return properties.call() ? ask() : state(lastCall.wasServed() ? "UP" : "UNKNOWN");
  }

  private State ask() {
    try {
      client
          .with(options -> options.timeout(properties.timeout()).retryPolicy(RetryPolicy.none()))
          .jwks()
          .getJwks();
      return state("UP");
    } catch (ClerkException e) {
      return state("DOWN");
    } catch (IllegalStateException e) {
      return state("UNKNOWN"); // A client with only a machine's key cannot ask.
    }
  }

  private State state(String status) {
    Map<String, Object> details = new LinkedHashMap<>();
    if (!lastCall.details().isEmpty()) {
      details.put("lastCall", lastCall.details());
    }
    return new State(status, details);
  }
}
