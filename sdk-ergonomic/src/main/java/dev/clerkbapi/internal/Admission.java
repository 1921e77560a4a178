package dev.clerkbapi.internal;

import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.internal.Gate.Closing;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt waits for before it is sent: its back-off, the gate, a place in the budget, a
 * slot; in this order, so that nothing scarce is held by one who waits for something else.
 * Thread-safe.
 */
final class Admission {
  private static final long JITTER_NANOS = 250_000_000L;

  private final Gate gate = new Gate();
  private final Slots slots = new Slots();
  private final @Nullable Limiter budgetOfAll;
  private final Lifecycle lifecycle;
  private final Environment environment;
  private final Diagnosis diagnosis;

  Admission(Settings settings, Lifecycle lifecycle, Diagnosis diagnosis) {
    this.budgetOfAll = settings.rateLimit();
    this.lifecycle = lifecycle;
    this.environment = settings.environment();
    this.diagnosis = diagnosis;
  }

  /**
   * Waits until the attempt may be sent, or the client is closed; {@link #leave} it afterwards.
   *
   * @param backOff nanoseconds to wait in any case
   * @throws ClerkException if the call's time does not reach that far
   */
  void enter(Progress call, long backOff) throws InterruptedException {
    waitAtGate(call, backOff);
    while (waitForPlaceAndSlot(call) && isHeldBack()) {
      // Closed meanwhile. The place has passed by then, the next attempt takes another.
      slots.giveBack();
      waitAtGate(call, 0);
    }
  }

  void leave() {
    slots.giveBack();
  }

  /** An answer of failure came; it may be about all calls. */
  void heed(Answer answer) {
    gate.heed(answer, environment.nanoTime());
  }

  void close() {
    slots.close();
  }

  private boolean isHeldBack() {
    return !lifecycle.isClosed() && gate.closing(environment) != null;
  }

  /** The back-off after a 429 and the closing that it caused are one wait. */
  private void waitAtGate(Progress call, long backOff) throws InterruptedException {
    long wait = Math.max(backOff, untilOpen(call));
    while (wait > 0 && !lifecycle.isClosed()) {
      lifecycle.sleep(wait, environment);
      wait = untilOpen(call);
    }
  }

  /** Not all shall start in the moment in which it opens. */
  private long untilOpen(Progress call) {
    Closing closing = gate.closing(environment);
    if (closing == null) {
      return 0;
    }
    long left = call.left();
    long closed = Math.max(1, closing.until() - environment.nanoTime());
    if (closed >= left) {
      throw diagnosis.heldBack(call, closing.answer(), closed);
    }
    return closed + environment.random(Math.min(JITTER_NANOS, (left - closed) / 2));
  }

  /** Returns whether it took time. */
  private boolean waitForPlaceAndSlot(Progress call) throws InterruptedException {
    boolean waited = waitForPlace(call);
    return waitForSlot(call) || waited;
  }

  private boolean waitForPlace(Progress call) throws InterruptedException {
    Limiter budget = budgetOfAll != null ? budgetOfAll : call.extras().budget();
    if (budget == null || lifecycle.isClosed()) {
      return false;
    }
    long left = Math.max(0, call.left());
    long wait = reserve(budget, call, left);
    if (wait == Limiter.NONE || wait > left) {
      throw diagnosis.stopped(call, "no place in the rate limit in time", null);
    }
    if (wait > 0) {
      lifecycle.sleep(wait, environment);
    }
    return wait > 0;
  }

  private long reserve(Limiter limiter, Progress call, long left) {
    try {
      return limiter.reserve(left);
    } catch (RuntimeException e) {
      throw diagnosis.stopped(call, "the rate limit failed", e);
    }
  }

  private boolean waitForSlot(Progress call) throws InterruptedException {
    if (slots.take(0)) {
      return false;
    }
    if (!slots.take(Math.max(0, call.left()))) {
      throw diagnosis.stopped(
          call, Slots.COUNT + " other requests were under way all the time", null);
    }
    return true;
  }
}
