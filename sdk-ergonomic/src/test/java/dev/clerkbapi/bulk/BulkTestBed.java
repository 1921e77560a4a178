package dev.clerkbapi.bulk;

import dev.clerkbapi.BulkTestClient;
import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.ClerkClientBuilder;
import dev.clerkbapi.testing.FakeBapi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server, a client and a time that passes only by waiting, for bulk runs. */
final class BulkTestBed implements BulkTime, AutoCloseable {
  final FakeBapi bapi = FakeBapi.builder().seed(7).longestUrl(8000).start();
  final List<LockProgress> progress = Collections.synchronizedList(new ArrayList<>());
  private final BulkTestClient clientTime = new BulkTestClient();
  private final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
  private final List<ClerkClient> clients = new ArrayList<>();
  private volatile Runnable onWait = () -> {};

  ClerkClient client(UnaryOperator<ClerkClientBuilder> change) {
    ClerkClient made = change.apply(clientTime.builder(bapi)).build();
    clients.add(made);
    return made;
  }

  List<LockOutcome> lock(List<String> ids, LockOptionsBuilder options) {
    return lock(client(it -> it), ids, options);
  }

  List<LockOutcome> lock(ClerkClient clerk, List<String> ids, LockOptionsBuilder options) {
    LockOptions listening = options.onProgress(progress::add).build();
    try (Stream<LockOutcome> outcomes = new BulkLock(clerk, this).lockUsers(ids, listening)) {
      return outcomes.toList();
    }
  }

  /** Called each time that the run starts to wait for the API. */
  void onWait(Runnable action) {
    onWait = action;
  }

  /** How long the run waited for the API, each time. */
  List<Duration> waits() {
    return List.copyOf(waits);
  }

  /** The pauses that the listener was notified of. */
  List<String> pauses() {
    return progress.stream()
        .flatMap(it -> it.pause().stream())
        .map(LockPause::toString)
        .distinct()
        .toList();
  }

  LockProgress end() {
    return progress.get(progress.size() - 1);
  }

  @Override
  public long nanoTime() {
    return clientTime.nanoTime();
  }

  @Override
  public void sleep(long nanos, CountDownLatch wakeUp) throws InterruptedException {
    if (wakeUp.getCount() > 0 && nanos > 0) {
      waits.add(Duration.ofNanos(nanos));
      onWait.run();
      clientTime.sleep(nanos);
    }
  }

  static Map<String, LockOutcome> byId(List<LockOutcome> outcomes) {
    return outcomes.stream().collect(Collectors.toMap(LockOutcome::userId, it -> it));
  }

  @Override
  public void close() {
    clients.forEach(ClerkClient::close);
    bapi.close();
  }
}
