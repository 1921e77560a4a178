package dev.clerkbapi;

import dev.clerkbapi.internal.engine.CallSettings;
import dev.clerkbapi.internal.support.Checks;
import dev.clerkbapi.internal.support.Credentials;
import dev.clerkbapi.internal.support.HeaderRules;
import dev.clerkbapi.internal.support.Limiter;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Options for some of a client's calls, see {@link ClerkClient#with}; an option that is not set is
 * that of the client, or of the view that this one starts from. The order in which options are set
 * does not matter. Not thread-safe.
 */
public final class CallOptions {
  private final CallSettings from;
  private final Credentials fromKeys;
  private long timeoutNanos;
  private int maxAttempts;
  private @Nullable Limiter rateLimit;
  private boolean paced;
  private int readAhead;
  private @Nullable String secretKey;
  private @Nullable String machineSecretKey;
  private @Nullable Map<String, String> headers;

  CallOptions(CallSettings from, Credentials fromKeys, int readAhead) {
    this.from = from;
    this.fromKeys = fromKeys;
    this.readAhead = readAhead;
    this.timeoutNanos = from.timeoutNanos();
    this.maxAttempts = from.maxAttempts();
  }

  /**
   * Sets how long a call may take, attempts and waits included.
   *
   * @param wholeCall such as {@code Duration.ofSeconds(2)}
   * @throws IllegalArgumentException if it is not above zero
   */
  public CallOptions timeout(Duration wholeCall) {
    this.timeoutNanos = Checks.positive("timeout", wholeCall).toNanos();
    return this;
  }

  /**
   * Sets how often a call may be tried.
   *
   * @param policy such as {@link RetryPolicy#none()}
   */
  public CallOptions retryPolicy(RetryPolicy policy) {
    this.maxAttempts = policy.maxAttempts();
    return this;
  }

  /**
   * Sets the rate limit for every attempt, in place of the client's.
   *
   * @param limit such as {@code RateLimit.of(50, Duration.ofSeconds(1))}
   */
  public CallOptions rateLimit(RateLimit limit) {
    this.rateLimit = Limiters.of(Objects.requireNonNull(limit, "rateLimit"));
    return this;
  }

  /**
   * Makes calls keep to a rate limit even if neither this nor the client sets one: then to {@link
   * RateLimit#forKey} for the secret key, one budget for all paced calls with that key. For work on
   * many objects, which would otherwise use up the instance's limit.
   */
  public CallOptions paced() {
    this.paced = true;
    return this;
  }

  /**
   * Sets how many pages a stream over a list, such as {@link Users#streamUserList()}, asks for
   * before they are read. They arrive on daemon threads of the client, each in the time of a call
   * of its own, and keep to the rate limit as all calls do.
   *
   * @param pages 2 by default; 0 asks for a page when it is due, on the thread that reads
   * @throws IllegalArgumentException if it is below zero, or above 64
   */
  public CallOptions readAhead(int pages) {
    if (pages < 0 || pages > ClerkClient.MAX_CONCURRENT_REQUESTS) {
      throw new IllegalArgumentException(
          "readAhead is " + pages + "; it can be 0 to " + ClerkClient.MAX_CONCURRENT_REQUESTS);
    }
    this.readAhead = pages;
    return this;
  }

  /**
   * Adds a header to every request, in place of one of the same name, whatever its case. It goes
   * only where the key goes, and is in no message, log or {@code toString}.
   *
   * @param name such as {@code X-Request-Id}
   * @param value printable ASCII, such as {@code req-17}
   * @throws IllegalArgumentException if HTTP does not allow the name or the value, or the SDK sets
   *     this header itself, as it does with {@code Authorization}
   */
  public CallOptions header(String name, String value) {
    Map<String, String> set = headers;
    if (set == null) {
      set = HeaderRules.emptyHeaders();
      set.putAll(from.headers());
      headers = set;
    }
    HeaderRules.put(set, name, value);
    return this;
  }

  /**
   * Sets the secret key of another instance. With the client, the view then shares connections,
   * threads, {@link ClerkClient#MAX_CONCURRENT_REQUESTS} and listeners, but nothing that belongs to
   * a key: it has no machine's key and no rate limit unless they are set here, a budget of its own
   * for {@link #paced}, and does not wait after a 429 for the other instance. Keep such a view and
   * use it again, as you would a client.
   *
   * @param key such as {@code sk_test_...}
   * @throws IllegalArgumentException as {@link ClerkClient#create} throws it
   */
  public CallOptions secretKey(String key) {
    this.secretKey = Checks.secretKey(key);
    return this;
  }

  /**
   * Sets the secret key of a machine, for the operations that take it, see {@link
   * ClerkClientBuilder#machineSecretKey}. The secret key stays, unless it is set too; as with
   * {@link #secretKey}, no rate limit is shared.
   *
   * @param key such as {@code ak_...}
   * @throws IllegalArgumentException if it is blank, contains characters that no key contains, or
   *     is recognised as something else, such as the secret key of an instance
   */
  public CallOptions machineSecretKey(String key) {
    this.machineSecretKey = Checks.machineSecretKey(key);
    return this;
  }

  int pagesAhead() {
    return readAhead;
  }

  /** A machine belongs to an instance, so its key does not outlast another secret key. */
  Credentials credentials() {
    String secret = secretKey == null ? fromKeys.secretKey() : secretKey;
    boolean sameInstance = Objects.equals(secret, fromKeys.secretKey());
    String inherited = sameInstance ? fromKeys.machineKey() : null;
    return new Credentials(secret, machineSecretKey == null ? inherited : machineSecretKey);
  }

  /** Returns the settings; the observer and the cancellation of a view stay with it. */
  CallSettings settings(Supplier<Limiter> pace) {
    Limiter limit = rateLimit;
    if (limit == null && credentials().equals(fromKeys)) {
      limit = from.rateLimit();
    }
    return new CallSettings(
        timeoutNanos,
        maxAttempts,
        limit == null && paced ? pace.get() : limit,
        headers == null ? from.headers() : Collections.unmodifiableMap(headers),
        from.observer(),
        from.cancellation());
  }
}
