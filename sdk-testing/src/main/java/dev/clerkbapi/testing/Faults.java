package dev.clerkbapi.testing;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Which requests fail, and how: the next ones, or a share of them all. */
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
      throw new IllegalArgumentException("a share is 0 to 1, not " + share);
    }
    if (share > 0 && kinds.isEmpty()) {
      throw new IllegalArgumentException("a share of " + share + " fails, but in no way");
    }
    this.share = share;
    this.kinds = List.copyOf(kinds);
  }

  /** The next of those that were asked for one by one. */
  Optional<FakeFault> queued() {
    return Optional.ofNullable(waiting.poll());
  }

  /** One of the kinds where this request is among the share that fails. */
  synchronized Optional<FakeFault> drawn() {
    return share > 0 && random.nextDouble() < share
        ? Optional.of(kinds.get(random.nextInt(kinds.size())))
        : Optional.empty();
  }
}
