package dev.clerkbapi.internal.engine;

import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.errors.ClerkTransportException.Reason;
import dev.clerkbapi.internal.engine.Gate.Closing;
import dev.clerkbapi.internal.http.ErrorResponse;
import dev.clerkbapi.internal.support.Environment;
import dev.clerkbapi.internal.support.Lifecycle;
import dev.clerkbapi.internal.support.Limiter;
import dev.clerkbapi.internal.support.Limits;

/**
 * Makes an attempt wait before it is sent: for its back-off, the gate, a permit of the rate limit
 * and a slot, in this order, so that a waiting call does not hold what others need. Thread-safe.
 */
final class Admission {
  private static final long JITTER_NANOS = 250_000_000L;

  private final Gate gate = new Gate();
  private final Lifecycle lifecycle;
  private final Slots slots;
  private final Environment environment;
  private final Diagnosis diagnosis;

  Admission(Lifecycle lifecycle, Slots slots, Environment environment, Diagnosis diagnosis) {
    this.lifecycle = lifecycle;
    this.slots = slots;
    this.environment = environment;
    this.diagnosis = diagnosis;
  }

  /**
   * Waits until the attempt may be sent, or the client is closed; {@link #leave} it afterwards.
   *
   * @param backOff the least nanoseconds to wait
   * @throws ClerkException if the wait would exceed the call's timeout
   */
  void enter(CallState call, long backOff) throws InterruptedException {
    waitAtGate(call, backOff);
    while (waitForPermitAndSlot(call) && isHeldBack()) {
      // The gate was closed meanwhile. This permit is lost; the next round takes another one.
      slots.giveBack();
      waitAtGate(call, 0);
    }
  }

  void leave() {
    slots.giveBack();
  }

  /** Considers an error response, which may apply to all calls. */
  void consider(ErrorResponse response) {
    gate.closeFor(response, environment.nanoTime());
  }

  private boolean isHeldBack() {
    return !lifecycle.isClosed() && gate.closing(environment) != null;
  }

  /** The back-off after a 429 and the time for which that closed the gate are one wait. */
  private void waitAtGate(CallState call, long backOff) throws InterruptedException {
    long wait = Math.max(backOff, untilOpen(call));
    while (wait > 0 && !lifecycle.isClosed()) {
      lifecycle.sleep(wait, environment);
      wait = untilOpen(call);
    }
  }

  /** Adds jitter, so that not all calls start at the moment when the gate opens. */
  private long untilOpen(CallState call) {
    Closing closing = gate.closing(environment);
    if (closing == null) {
      return 0;
    }
    long left = call.left();
    long closed = Math.max(1, closing.until() - environment.nanoTime());
    if (closed >= left) {
      throw diagnosis.heldBack(call, closing.response(), closed);
    }
    return closed + environment.random(Math.min(JITTER_NANOS, (left - closed) / 2));
  }

  /** Returns whether it had to wait. */
  private boolean waitForPermitAndSlot(CallState call) throws InterruptedException {
    boolean waited = waitForPermit(call);
    return waitForSlot(call) || waited;
  }

  private boolean waitForPermit(CallState call) throws InterruptedException {
    Limiter limit = call.options().rateLimit();
    if (limit == null || lifecycle.isClosed()) {
      return false;
    }
    long left = Math.max(0, call.left());
    long wait = reserve(limit, call, left);
    if (wait == Limiter.NONE || wait > left) {
      throw diagnosis.notSent(
          call, Reason.LIMIT, "the rate limit has no permit before the timeout", null);
    }
    if (wait > 0) {
      lifecycle.sleep(wait, environment);
    }
    return wait > 0;
  }

  private long reserve(Limiter limiter, CallState call, long left) {
    try {
      return limiter.reserve(left);
    } catch (RuntimeException e) {
      throw diagnosis.notSent(call, Reason.LIMIT, "the rate limit failed", e);
    }
  }

  private boolean waitForSlot(CallState call) throws InterruptedException {
    if (slots.take(0)) {
      return false;
    }
    if (!slots.take(Math.max(0, call.left()))) {
      String detail = Limits.REQUESTS_AT_ONCE + " other requests were under way all the time";
      throw diagnosis.notSent(call, Reason.LIMIT, detail, null);
    }
    return true;
  }
}
