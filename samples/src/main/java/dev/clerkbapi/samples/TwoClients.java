package dev.clerkbapi.samples;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.RateLimit;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.testing.FakeBapi;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Shows {@link SharedRateLimit}: two clients, as in two JVMs, lock users of a fake of BAPI as fast
 * as their common budget allows.
 */
final class TwoClients {
  private static final String NAME = "clerk-bapi:sample";
  private static final int REQUESTS = 20;
  private static final Duration PER = Duration.ofSeconds(1);
  private static final int USERS = 20;

  private TwoClients() {}

  /** Returns the exit status: 0 done, 1 failed, 2 wrong usage. */
  static int run(String[] args, Terminal terminal) {
    if (args.length != 1) {
      terminal.fail(
          "usage: SharedRateLimit REDIS_URI, such as redis://127.0.0.1:6379; to start a Redis:"
              + " redis-server --port 6379 --bind 127.0.0.1 --save '' --appendonly no");
      return 2;
    }
    try (FakeBapi bapi = FakeBapi.start();
        SharedRateLimit limit = new SharedRateLimit(args[0], NAME, REQUESTS, PER);
        SharedRateLimit sameLimit = new SharedRateLimit(args[0], NAME, REQUESTS, PER);
        ClerkClient one = client(bapi, limit);
        ClerkClient two = client(bapi, sameLimit)) {
      show(bapi.addUsers(USERS), one, two, terminal);
      return 0;
    } catch (ClerkException | RedisException | IllegalArgumentException e) {
      terminal.fail(String.valueOf(e.getMessage()));
      return 1;
    }
  }

  private static ClerkClient client(FakeBapi bapi, RateLimit limit) {
    return ClerkClient.builder()
        .secretKey(bapi.secretKey())
        .baseUrl(bapi.baseUrl())
        .rateLimit(limit)
        .build();
  }

  private static void show(
      List<String> users, ClerkClient one, ClerkClient two, Terminal terminal) {
    one.users().unlockUser(users.get(0)); // so that the set-up of a first call is not measured
    long start = System.nanoTime();
    together(
        () -> {
          users.forEach(one.users()::lockUser);
          terminal.say("Client 1: " + rate(users.size(), start));
        },
        () -> {
          users.forEach(two.users()::lockUser);
          terminal.say("Client 2: " + rate(users.size(), start));
        });
    terminal.say("Both: " + rate(2 * users.size(), start));
    terminal.say("Their budget: " + REQUESTS + " requests in " + PER.toSeconds() + " s");
  }

  private static void together(Runnable one, Runnable two) {
    try {
      CompletableFuture.allOf(CompletableFuture.runAsync(one), CompletableFuture.runAsync(two))
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof ClerkException failure ? failure : e;
    }
  }

  private static String rate(int requests, long start) {
    double seconds = (double) (System.nanoTime() - start) / TimeUnit.SECONDS.toNanos(1);
    return String.format(
        Locale.ROOT,
        "%d requests in %.1f s, %.1f per second",
        requests,
        seconds,
        requests / seconds);
  }
}
