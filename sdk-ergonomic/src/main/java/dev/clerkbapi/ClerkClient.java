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

  private final Engine engine;
  private final CallSettings calls;
  private final @Nullable ResponseRecorder recorder;
  private final int readAhead;

  /** Whether this is a view on another client, which owns the connections. */
  private final boolean view;

  ClerkClient(Settings settings) {
    this.engine = new Engine(settings);
    this.calls = settings.defaults();
    this.recorder = null;
    this.readAhead = PAGES_AHEAD;
    this.view = false;
  }

  private ClerkClient(
      Engine engine, CallSettings calls, @Nullable ResponseRecorder recorder, int readAhead) {
    this.engine = engine;
    this.calls = calls;
    this.recorder = recorder;
    this.readAhead = readAhead;
    this.view = true;
  }

  /**
   * Returns a client with the keys from the environment, such as {@code CLERK_SECRET_KEY}, and
   * default settings: {@code builder().fromEnv().build()}, see {@link ClerkClientBuilder#fromEnv}.
   *
   * @throws IllegalStateException if no variable with a key is set, or if a library on the class
   *     path is too old, see {@link ClerkClientBuilder#build()}
   * @throws IllegalArgumentException if a value cannot be such a key, such as {@code pk_test_...},
   *     or cannot be the API's URL
   */
  public static ClerkClient fromEnv() {
    return builder().fromEnv().build();
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

  /** Returns a builder; only a key must be set. */
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

  /** Refuses a stream where one call is allowed: the day it has a second page, it is several. */
  void requireStreams() {
    if (recorder != null) {
      throw new IllegalStateException(
          "withResponse takes one call, and a stream makes one for each page; ask for one page");
    }
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
    CallOptions changed = new CallOptions(calls, engine.credentials(), readAhead);
    options.accept(changed);
    Engine itsKeys = engine.with(changed.credentials());
    return new ClerkClient(
        itsKeys, changed.settings(itsKeys::pace), recorder, changed.pagesAhead());
  }

  /**
   * Makes one call, and returns its value together with the status, headers and trace ID of the
   * response, and its body as it was received.
   *
   * <pre>{@code
   * ClerkResponse<User> response = clerk.withResponse(c -> c.users().lockUser("user_123"));
   * response.traceId().ifPresent(System.out::println);
   * }</pre>
   *
   * @param call makes exactly one call, with the client that it is given
   * @throws IllegalStateException if it makes no call, or none that has ended; or, before that is
   *     sent, if it makes a second one, begins a stream, {@link #callAsync} or {@link #async}, or
   *     is inside of another {@code withResponse}
   * @throws dev.clerkbapi.errors.ClerkException if the call throws it
   */
  public <T> ClerkResponse<T> withResponse(Function<ClerkClient, T> call) {
    if (recorder != null) {
      throw new IllegalStateException("withResponse takes a call, not another withResponse");
    }
    ResponseRecorder responses = new ResponseRecorder();
    CallSettings observed = calls.withObserver(responses);
    return responses.response(call.apply(new ClerkClient(engine, observed, responses, readAhead)));
  }

  /**
   * Runs a function that makes calls on another thread: a virtual one on Java 21 and later,
   * otherwise a daemon of this client, of which there are up to {@link #MAX_CONCURRENT_REQUESTS},
   * behind which further functions queue. The future completes with what the function returns or
   * throws.
   *
   * <pre>{@code
   * CompletableFuture<User> later = clerk.async(c -> c.users().getUser("user_123"));
   * }</pre>
   *
   * <p>Completing the future yourself, as {@link CompletableFuture#cancel} and {@link
   * CompletableFuture#orTimeout} do, ends the function's calls: a request under way is aborted, and
   * it is then not known whether BAPI carried it out; nothing is sent any more with the client that
   * the function was given; the function's thread is interrupted. A function that had not started
   * does not run. Cancelling a future that was derived from this one does not end anything. {@link
   * #close()} does the same, and the future then completes with what the function throws.
   *
   * <p>A function may make several calls, and may start others with the client that it was given;
   * these end with it. Nothing of the caller's thread is there, such as its {@code ThreadLocal}s.
   *
   * @param function such as {@code c -> c.users().getUser("user_123")}; it makes its calls with the
   *     client that it is given
   * @throws IllegalStateException if the client is closed; also inside of {@link #withResponse}
   */
  @SuppressWarnings("NullAway") // A function that returns null has a T for it.
  public <T> CompletableFuture<T> async(Function<ClerkClient, T> function) {
    refuseAsyncInsideOfWithResponse();
    return engine.async(
        own -> function.apply(new ClerkClient(engine, own, null, readAhead)), calls);
  }

  /**
   * Returns the Retrofit interface of a group of operations, for use with {@link #call} and {@link
   * #callAsync}. Its calls carry this client's key.
   *
   * <p>A call that is executed directly, {@code clerk.api(UsersApi.class).getUser(id).execute()},
   * is plain Retrofit: one request, without retries, rate limit, listeners, this client's timeout,
   * or headers of {@link #with}, and with Retrofit's exceptions.
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
   *     of a view with the same keys, or its arguments are not valid; nothing is sent
   * @throws IllegalStateException if the client is closed, or has no key for the operation; nothing
   *     is sent
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
    refuseAsyncInsideOfWithResponse();
    return engine.callAsync(call, calls);
  }

  private void refuseAsyncInsideOfWithResponse() {
    if (recorder != null) {
      throw new IllegalStateException("withResponse takes a call that waits for its response");
    }
  }

  /**
   * Initialises what the first call needs: the HTTP client, the certificates that it trusts, and
   * the classes behind {@link #users()}. Call it when a server starts, so that its first request is
   * not slow. A second time does nothing.
   *
   * <p>It sends nothing and opens no connection: OkHttp opens one only for a request, and every
   * request to BAPI counts against the rate limit.
   *
   * @throws IllegalStateException if the client is closed, or the JVM's TLS cannot be set up, such
   *     as with a trust store that is no key store
   */
  public void warmUp() {
    var unused = api(UsersApi.class).getUser("user_0").request(); // Is never sent.
    engine.awaitTls();
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

  /** Returns the base URL; never a key. */
  @Override
  public String toString() {
    return "ClerkClient[" + engine + "]";
  }
}
