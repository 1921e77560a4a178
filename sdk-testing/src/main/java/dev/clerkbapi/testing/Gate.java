package dev.clerkbapi.testing;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.util.Optional;

/** What every request passes: the log, the faults that the test asked for, the check of the key. */
final class Gate {
  private final String authorization;
  private final Routes routes;
  private final FaultQueue faults;
  private final RequestLog log;

  Gate(String secretKey, Routes routes, FaultQueue faults, RequestLog log) {
    this.authorization = "Bearer " + secretKey;
    this.routes = routes;
    this.faults = faults;
    this.log = log;
  }

  ResponseDefinition answer(Request request) {
    log.add(request);
    Optional<FakeFault> fault = faults.next();
    return fault.isPresent() ? failing(fault.get(), request) : authenticated(request).build();
  }

  private ResponseDefinition failing(FakeFault fault, Request request) {
    if (fault.answer != null) {
      return fault.answer.build();
    }
    Answer answer = fault.carriedOut ? authenticated(request) : Answer.ok("");
    ResponseDefinitionBuilder wire = answer.toWire();
    if (fault.connection != null) {
      wire.withFault(fault.connection);
    }
    return wire.withFixedDelay((int) fault.delay.toMillis()).build();
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
