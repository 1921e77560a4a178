package dev.clerkbapi.testing;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Decides which requests fail, and how: the next ones, or a share of all requests. */
final class Faults {
  private final ConcurrentLinkedQueue<FakeFault> waiting = new ConcurrentLinkedQueue<>();
  private final Random random;
  private double share;
  private List<FakeFault> kinds = List.of();

  Faults(long seed) {
    this.random = new Random(seed);
  }

  void addAll(List<FakeFault> faults) {
    waiting.addAll(faults);
  }

  synchronized void atRate(double share, List<FakeFault> kinds) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share is from 0 to 1, not " + share);
    }
    if (share > 0 && kinds.isEmpty()) {
      throw new IllegalArgumentException(
          "a share of " + share + " needs at least one kind of fault");
    }
    this.share = share;
    this.kinds = List.copyOf(kinds);
  }

  /** Returns the next fault of those queued one by one. */
  Optional<FakeFault> queued() {
    return Optional.ofNullable(waiting.poll());
  }

  /** Returns a random fault if this request belongs to the share that fails. */
  synchronized Optional<FakeFault> ofShare() {
    return share > 0 && random.nextDouble() < share
        ? Optional.of(kinds.get(random.nextInt(kinds.size())))
        : Optional.empty();
  }
}
