package dev.clerkbapi;

import dev.clerkbapi.api.UsersApi;
import dev.clerkbapi.internal.engine.CallSettings;
import dev.clerkbapi.internal.engine.Engine;
import dev.clerkbapi.internal.engine.Settings;
import dev.clerkbapi.internal.support.Limits;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/**
 * A client of Clerk's Backend API (BAPI) for one instance, with its secret key.
 *
 * <p>Create one and share it: it is thread-safe, and keeps connections open between calls. {@link
 * #close()} it at the end; its threads are daemons.
 *
 * <p>A call returns or throws a {@link dev.clerkbapi.errors.ClerkException} within the client's
 * timeout, which covers all attempts and the waits between them ({@link RetryPolicy}); only a DNS
 * lookup may exceed it. A client sends at most {@link #MAX_CONCURRENT_REQUESTS} requests at once,
 * whatever the number of threads; further ones wait, within their call's timeout.
 *
 * <p>If its thread is interrupted before or during the call, the call ends with a {@link
 * dev.clerkbapi.errors.ClerkTransportException}, and the thread's interrupt flag is set. On an
 * {@linkplain ClerkClientBuilder#httpClient HTTP client of your own}, a wait for the response may
 * nevertheless last until a timeout.
 */
public final class ClerkClient extends Resources implements AutoCloseable {
  /** The most requests that a client sends at once; further ones wait for one to finish. */
  public static final int MAX_CONCURRENT_REQUESTS = Limits.REQUESTS_AT_ONCE;

  private static final int PAGES_AHEAD = 2;
  private static final String KEY_VARIABLE = "CLERK_SECRET_KEY";

  private final Settings settings;
  private final Engine engine;
  private final CallSettings calls;
  private final @Nullable ResponseRecorder recorder;
  private final int readAhead;

  /** Whether this is a view on another client, which owns the connections. */
  private final boolean view;

  ClerkClient(Settings settings) {
    this.settings = settings;
    this.engine = new Engine(settings);
    this.calls = settings.defaults();
    this.recorder = null;
    this.readAhead = PAGES_AHEAD;
    this.view = false;
  }

  private ClerkClient(
      ClerkClient owner, CallSettings calls, @Nullable ResponseRecorder recorder, int readAhead) {
    this.settings = owner.settings;
    this.engine = owner.engine;
    this.calls = calls;
    this.recorder = recorder;
    this.readAhead = readAhead;
    this.view = true;
  }

  /**
   * Returns a client with the secret key from the environment variable {@code CLERK_SECRET_KEY} and
   * default settings.
   *
   * @throws IllegalStateException if the variable is not set or is blank, or if a library on the
   *     class path is too old, see {@link ClerkClientBuilder#build()}
   * @throws IllegalArgumentException if its value cannot be a secret key, such as {@code
   *     pk_test_...}
   */
  public static ClerkClient fromEnv() {
    return fromEnv(System.getenv(KEY_VARIABLE));
  }

  static ClerkClient fromEnv(@Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          "The environment variable "
              + KEY_VARIABLE
              + " is not set; give it the secret key from the Clerk dashboard");
    }
    return create(value);
  }

  /**
   * Returns a client with the given secret key and default settings.
   *
   * @param secretKey such as {@code sk_test_...}
   * @throws IllegalArgumentException if it is blank, contains characters that no key contains, or
   *     is recognised as something else, such as a publishable key, a webhook's secret or a token
   * @throws IllegalStateException if a library on the class path is too old, see {@link
   *     ClerkClientBuilder#build()}
   */
  public static ClerkClient create(String secretKey) {
    return builder().secretKey(secretKey).build();
  }

  /** Returns a builder; only {@link ClerkClientBuilder#secretKey} must be set. */
  public static ClerkClientBuilder builder() {
    return new ClerkClientBuilder();
  }

  /** Returns the operations of {@link Users}, such as locking one and reading all. */
  public Users users() {
    return new Users(this);
  }

  @Override
  ClerkClient self() {
    return this;
  }

  /** How many pages a stream asks for before they are read. */
  int readAhead() {
    return readAhead;
  }

  /**
   * Returns a view of this client whose calls have other options. It shares the client's
   * connections and limits. Closing a view does nothing; closing this client ends the view's calls.
   *
   * <pre>{@code
   * User user = clerk.with(o -> o.timeout(Duration.ofSeconds(2))).users().getUser("user_123");
   * }</pre>
   *
   * @param options such as {@code o -> o.retryPolicy(RetryPolicy.none())}; called once, before this
   *     method returns
   */
  public ClerkClient with(Consumer<CallOptions> options) {
    CallOptions changed = new CallOptions(calls, engine::pace, readAhead);
    options.accept(changed);
    return new ClerkClient(this, changed.settings(), recorder, changed.pagesAhead());
  }

  /**
   * Makes one call, and returns its value together with the status and trace ID of the response.
   *
   * <pre>{@code
   * ClerkResponse<User> response = clerk.withResponse(c -> c.users().lockUser("user_123"));
   * response.traceId().ifPresent(System.out::println);
   * }</pre>
   *
   * @param call makes exactly one call, with the client that it is given
   * @throws IllegalStateException if it makes no call or, before that is sent, a second one
   * @throws dev.clerkbapi.errors.ClerkException if the call throws it
   */
  public <T> ClerkResponse<T> withResponse(Function<ClerkClient, T> call) {
    ResponseRecorder responses = new ResponseRecorder();
    ClerkClient observed =
        new ClerkClient(this, calls.withObserver(responses), responses, readAhead);
    return responses.response(call.apply(observed));
  }

  /**
   * Returns the Retrofit interface of a group of operations, for use with {@link #call} and {@link
   * #callAsync}. Its calls carry this client's key and headers.
   *
   * <p>A call that is executed directly, {@code clerk.api(UsersApi.class).getUser(id).execute()},
   * is plain Retrofit: one request, without retries, rate limit, listeners or this client's
   * timeout, and with Retrofit's exceptions.
   *
   * @param type such as {@code UsersApi.class}, or an interface of your own in that style
   * @throws IllegalArgumentException if it is not an interface whose methods return {@code Call}
   * @throws IllegalStateException if the client is closed
   */
  public <A> A api(Class<A> type) {
    return engine.api(type);
  }

  /**
   * Executes any operation, and returns the body of its response; null for a {@code Call<Void>}.
   *
   * <pre>{@code
   * User user = clerk.call(clerk.api(UsersApi.class).getUser("user_123"));
   * }</pre>
   *
   * <p>A call that was executed before is executed again.
   *
   * @throws dev.clerkbapi.errors.ClerkApiException if BAPI sent an error response
   * @throws dev.clerkbapi.errors.ClerkTransportException if there was no response
   * @throws dev.clerkbapi.errors.ClerkDecodingException if the body of a successful response cannot
   *     be read
   * @throws IllegalArgumentException if the call does not come from {@link #api} of this client, or
   *     its arguments are not valid; nothing is sent
   * @throws IllegalStateException if the client is closed; nothing is sent
   */
  @SuppressWarnings("NullAway") // Only a Call<Void> returns null, the only value of Void.
  public <T> T call(Call<T> call) {
    if (recorder != null) {
      recorder.callStarts();
    }
    return engine.call(call, calls);
  }

  /**
   * Executes any operation on a daemon thread of this client, up to {@link
   * #MAX_CONCURRENT_REQUESTS} at once; further calls queue, and their timeout starts when they
   * leave the queue. The future completes with what {@link #call} returns or throws.
   *
   * <p>Completing the future yourself, as {@link CompletableFuture#cancel} and {@link
   * CompletableFuture#orTimeout} do, cancels the HTTP call; it is then not known whether BAPI
   * carried it out. Cancelling a future that was derived from this one does not cancel the call.
   *
   * @throws IllegalArgumentException as {@link #call} does
   * @throws IllegalStateException as {@link #call} does; also inside of {@link #withResponse}
   */
  @SuppressWarnings("NullAway") // As in call.
  public <T> CompletableFuture<T> callAsync(Call<T> call) {
    if (recorder != null) {
      throw new IllegalStateException("withResponse takes a call that waits for its response");
    }
    return engine.callAsync(call, calls);
  }

  /**
   * Initialises what the first call needs: the HTTP client, the certificates that it trusts, and
   * the classes behind {@link #users()}. Call it when a server starts, so that its first request is
   * not slow. A second time does nothing.
   *
   * <p>It sends nothing and opens no connection: OkHttp opens one only for a request, and every
   * request to BAPI counts against the rate limit.
   *
   * @throws IllegalStateException if the client is closed
   */
  public void warmUp() {
    var unused = api(UsersApi.class).getUser("user_0").request(); // Is never sent.
  }

  /**
   * Ends running calls with a {@link dev.clerkbapi.errors.ClerkTransportException}, and refuses
   * further ones with an {@link IllegalStateException}. Closing again, or closing a view made by
   * {@link #with}, does nothing. An {@linkplain ClerkClientBuilder#httpClient HTTP client of your
   * own} is not closed, and its other calls go on.
   */
  @Override
  public void close() {
    if (!view) {
      engine.close();
    }
  }

  /** Returns the base URL; never the key. */
  @Override
  public String toString() {
    return "ClerkClient[" + engine + "]";
  }
}
