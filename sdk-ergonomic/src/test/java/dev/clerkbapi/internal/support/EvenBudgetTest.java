package dev.clerkbapi.internal.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** No window of time holds too many permits, whenever they are taken; time is a number here. */
class EvenBudgetTest {
  private static final long FOR_EVER = Long.MAX_VALUE;

  /** Starts near the end of all numbers, as a nanosecond clock may. */
  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1_000_000);

  @Property
  void anyWindow_holdsNoMoreThanTheNumber(
      @ForAll @IntRange(min = 1, max = 60) int requests,
      @ForAll @LongRange(min = 1, max = 1_000_000) long window,
      @ForAll @Size(min = 1, max = 200) List<@LongRange(min = 0, max = 2_000_000) Long> pauses) {
    EvenBudget budget = budget(requests, window);
    List<Long> sent = new ArrayList<>();
    long passed = 0;
    for (long pause : pauses) {
      // Small pauses too, which fill the budget.
      long step = pause % 2 == 0 ? pause % (window / requests + 1) : pause;
      passed += step;
      clock.addAndGet(step);
      sent.add(passed + budget.reserve(FOR_EVER));
    }

    assertThat(sent).isSorted();
    for (int i = requests; i < sent.size(); i++) {
      assertThat(sent.get(i) - sent.get(i - requests)).isGreaterThan(window);
    }
  }

  @Property
  void allAskedForAtOnce_comeAtNearlyTheFullRate(
      @ForAll @IntRange(min = 1, max = 2000) int requests,
      @ForAll @LongRange(min = 1_000_000, max = 10_000_000_000L) long window) {
    EvenBudget budget = budget(requests, window);
    int inWindow = 0;
    while (budget.reserve(window) != Limiter.NONE) {
      inWindow++;
    }

    assertThat(inWindow).isBetween((int) (requests * 0.9), requests);
  }

  @Property
  void refusedPermit_isNotTaken(
      @ForAll @IntRange(min = 1, max = 60) int requests,
      @ForAll @IntRange(min = 1, max = 100) int refusals) {
    EvenBudget budget = budget(requests, 1_000_000);
    while (budget.reserve(0) == 0) {
      // Those that may come at once.
    }
    long space = 1_000_000L / (requests + 1 - atOnce(requests)) + 1;
    for (int i = 0; i < refusals; i++) {
      assertThat(budget.reserve(space - 1)).isEqualTo(Limiter.NONE);
    }

    assertThat(budget.reserve(space)).isEqualTo(space);
  }

  @Example
  void pause_savesUpNoMoreThanTheBurst() {
    EvenBudget budget = budget(800, Duration.ofSeconds(10).toNanos());
    clock.addAndGet(Duration.ofDays(1).toNanos());
    int atOnce = 0;
    while (budget.reserve(0) == 0) {
      atOnce++;
    }

    assertThat(atOnce).isEqualTo(10);
  }

  @Example
  void manyThreads_neverGetTheSamePermit() {
    EvenBudget budget = budget(10, 10_000);
    List<Long> waits = Collections.synchronizedList(new ArrayList<>());
    List<CompletableFuture<Void>> work = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    for (int i = 0; i < 8; i++) {
      work.add(
          CompletableFuture.runAsync(
              () -> {
                for (int j = 0; j < 1000; j++) {
                  waits.add(budget.reserve(FOR_EVER));
                }
              },
              threads));
    }
    CompletableFuture.allOf(work.toArray(new CompletableFuture<?>[0])).join();
    threads.shutdown();

    assertThat(waits).hasSize(8000).doesNotHaveDuplicates();
    assertThat(Collections.max(waits)).isEqualTo(7999L * 1001);
  }

  private static int atOnce(int requests) {
    return Math.min(Math.max(1, requests / 20), 10);
  }

  private EvenBudget budget(int requests, long window) {
    return new EvenBudget(requests, Duration.ofNanos(window), clock::get);
  }
}
