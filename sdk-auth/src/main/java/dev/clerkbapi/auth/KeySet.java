package dev.clerkbapi.auth;

import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one instance, fetched when they are needed, and shared by nobody but the verifier
 * that made this: a {@code kid} is no secret, so keys of two instances in one place would let
 * tokens of one into the other. Thread-safe, without a thread of its own.
 *
 * <p>A token whose key is known never waits. Which fetches are made, {@link FetchPlan} decides.
 */
final class KeySet implements KeySource {
  /** A request never waits longer for a fetch, its time in the client's queue included. */
  private static final Duration LONGEST_WAIT = KeyFetch.TIMEOUT.plusSeconds(1);

  private final KeyFetch fetch;
  private final LongSupplier nanoTime;
  private final FetchPlan plan = new FetchPlan();

  private volatile @Nullable Known known;
  private @Nullable CompletableFuture<PublicKeys> running;
  private @Nullable TokenVerificationException lastFailure;

  /** When the keys were asked for, and what came. */
  private record Known(PublicKeys keys, long asked) {}

  KeySet(KeyFetch fetch, LongSupplier nanoTime) {
    this.fetch = fetch;
    this.nanoTime = nanoTime;
  }

  @Override
  public RSAPublicKey key(@Nullable Object kid) {
    if (!(kid instanceof String name)) {
      throw Refusals.noSuchKey(kid);
    }
    long now = nanoTime.getAsLong();
    Known current = known;
    if (current == null || !FetchPlan.isGood(current.asked(), now)) {
      return find(name, await(load(now)));
    }
    RSAPublicKey key = current.keys().get(name);
    if (key == null) {
      return find(name, await(reload(now, current)));
    }
    if (FetchPlan.isDue(current.asked(), now)) {
      refresh(now);
    }
    return key;
  }

  private static RSAPublicKey find(String kid, PublicKeys keys) {
    RSAPublicKey key = keys.get(kid);
    if (key == null) {
      throw Refusals.noSuchKey(kid);
    }
    return key;
  }

  /** For the first token, and when the keys have become too old to be used. */
  private synchronized CompletableFuture<PublicKeys> load(long now) {
    if (running != null) {
      return running;
    }
    Known current = known;
    if (current != null && FetchPlan.isGood(current.asked(), now)) {
      return CompletableFuture.completedFuture(current.keys()); // Another thread was faster.
    }
    if (lastFailure != null && !plan.mayRetryLoad(now)) {
      return CompletableFuture.failedFuture(lastFailure);
    }
    return start(now);
  }

  /** For a key that is not among those that are known. */
  private synchronized CompletableFuture<PublicKeys> reload(long now, Known seen) {
    if (running != null) {
      return running;
    }
    Known current = known;
    if (current != null && current.asked() != seen.asked()) {
      return CompletableFuture.completedFuture(current.keys()); // Another thread was faster.
    }
    if (plan.mayFetchForUnknown(now)) {
      return start(now);
    }
    return lastFailure == null
        ? CompletableFuture.completedFuture(seen.keys())
        : CompletableFuture.failedFuture(lastFailure);
  }

  /** Ahead of time; nobody waits for it. */
  private synchronized void refresh(long now) {
    if (running == null && (lastFailure == null || plan.mayRetryRefresh(now))) {
      var unused = start(now);
    }
  }

  private CompletableFuture<PublicKeys> start(long now) {
    plan.started(now);
    CompletableFuture<PublicKeys> result = new CompletableFuture<>();
    running = result;
    var unused =
        fetch
            .start()
            .whenComplete(
                (keys, thrown) -> {
                  ended(now, keys, thrown == null ? null : failure(thrown));
                  if (thrown == null) {
                    result.complete(keys);
                  } else {
                    result.completeExceptionally(failure(thrown));
                  }
                });
    return result;
  }

  private synchronized void ended(
      long asked, @Nullable PublicKeys keys, @Nullable TokenVerificationException failure) {
    if (keys != null) {
      known = new Known(keys, asked);
    }
    lastFailure = failure;
    running = null;
  }

  private static TokenVerificationException failure(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof TokenVerificationException refusal) {
        return refusal;
      }
    }
    return new TokenVerificationException(
        AuthReason.JWK_REMOTE_FAILED_TO_LOAD, "the instance's keys could not be read", thrown);
  }

  private static PublicKeys await(CompletableFuture<PublicKeys> keys) {
    try {
      return keys.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failure(e);
    } catch (TimeoutException e) {
      throw new TokenVerificationException(
          AuthReason.JWK_REMOTE_FAILED_TO_LOAD,
          "the instance's keys did not come within " + LONGEST_WAIT.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TokenVerificationException(
          AuthReason.JWK_REMOTE_FAILED_TO_LOAD,
          "the thread was interrupted while it waited for the instance's keys");
    }
  }
}
