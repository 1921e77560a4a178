package dev.clerkbapi.testing;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The faults that wait for the next requests. */
final class FaultQueue {
  private final ConcurrentLinkedQueue<FakeFault> waiting = new ConcurrentLinkedQueue<>();

  void addAll(List<FakeFault> faults) {
    waiting.addAll(faults);
  }

  Optional<FakeFault> next() {
    return Optional.ofNullable(waiting.poll());
  }
}
