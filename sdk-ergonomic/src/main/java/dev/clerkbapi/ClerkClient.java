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
 * Talks to Clerk's Backend API for one instance, with its secret key.
 *
 * <p>Make one and share it: it is thread-safe, holds no state of a call, and keeps connections open
 * between calls. {@link #close()} it at the end; its threads are daemons.
 *
 * <p>A call ends with its answer, or with a {@link dev.clerkbapi.errors.ClerkException}, within the
 * client's timeout, attempts and waits included ({@link RetryPolicy}); only the lookup of a host
 * name cannot be hurried. At most 64 requests of a client are under way at once, whatever the
 * number of threads; further ones wait for their turn, within their call's timeout. A call on an
 * interrupted thread, or one that is interrupted, ends with a {@link
 * dev.clerkbapi.errors.ClerkTransportException}, and the thread's interrupt flag is set. On an HTTP
 * client that the caller brought, a wait for the answer may go on until a timeout all the same.
 */
public final class ClerkClient extends Resources implements AutoCloseable {
  /** How many requests of a client are under way at once; further ones wait for their turn. */
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
   * Returns a client with the secret key from the environment variable {@code CLERK_SECRET_KEY},
   * and defaults for the rest.
   *
   * @throws IllegalStateException if the variable is not set, or blank; or as {@link
   *     ClerkClientBuilder#build()} says
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
   * Returns a client with this secret key, and defaults for the rest.
   *
   * @param secretKey such as {@code sk_test_...}
   * @throws IllegalArgumentException if it is blank, has characters that no key has, or is
   *     recognised as something else, such as a publishable key, a webhook's secret or a token
   * @throws IllegalStateException as {@link ClerkClientBuilder#build()} says
   */
  public static ClerkClient create(String secretKey) {
    return builder().secretKey(secretKey).build();
  }

  /** Returns a builder; {@link ClerkClientBuilder#secretKey} is all that it must be told. */
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
   * Returns a view of this client for calls with other options: same connections, same limits.
   * Closing a view does nothing; closing this client ends the view's calls.
   *
   * <pre>{@code
   * User user = clerk.with(o -> o.timeout(Duration.ofSeconds(2))).users().getUser("user_123");
   * }</pre>
   *
   * @param options such as {@code o -> o.retryPolicy(RetryPolicy.none())}; called once, at once
   */
  public ClerkClient with(Consumer<CallOptions> options) {
    CallOptions changed = new CallOptions(calls, engine::pace, readAhead);
    options.accept(changed);
    return new ClerkClient(this, changed.settings(), recorder, changed.pagesAhead());
  }

  /**
   * Makes one call, and returns what is known of its response beside the value.
   *
   * <pre>{@code
   * ClerkResponse<User> response = clerk.withResponse(c -> c.users().lockUser("user_123"));
   * response.traceId().ifPresent(System.out::println);
   * }</pre>
   *
   * @param call makes exactly one call, with the client that it is handed
   * @throws IllegalStateException if it makes another one, before that is sent; or none
   * @throws dev.clerkbapi.errors.ClerkException as the call itself does
   */
  public <T> ClerkResponse<T> withResponse(Function<ClerkClient, T> call) {
    ResponseRecorder responses = new ResponseRecorder();
    ClerkClient observed =
        new ClerkClient(this, calls.withObserver(responses), responses, readAhead);
    return responses.response(call.apply(observed));
  }

  /**
   * Returns the low-level interface of a group of operations, for use with {@link #call} and {@link
   * #callAsync}. Its calls carry this client's key and headers.
   *
   * <p>A call that is executed directly, {@code clerk.api(UsersApi.class).getUser(id).execute()},
   * is plain Retrofit: one request, which waits for nothing and is reported to no listener, no
   * timeout but the HTTP client's own, and Retrofit's exceptions.
   *
   * @param type such as {@code UsersApi.class}, or an interface of your own in that style
   * @throws IllegalArgumentException if it is not an interface whose methods return {@code Call}
   * @throws IllegalStateException if the client is closed
   */
  public <A> A api(Class<A> type) {
    return engine.api(type);
  }

  /**
   * Carries out any operation, and returns the body of its answer; null for a {@code Call<Void>}.
   *
   * <pre>{@code
   * User user = clerk.call(clerk.api(UsersApi.class).getUser("user_123"));
   * }</pre>
   *
   * <p>A call that was executed before is carried out again.
   *
   * @throws dev.clerkbapi.errors.ClerkApiException if the answer's status is not one of success
   * @throws dev.clerkbapi.errors.ClerkTransportException if there was no answer
   * @throws dev.clerkbapi.errors.ClerkDecodingException if an answer of success cannot be read
   * @throws IllegalArgumentException if the call was not made by {@link #api} of this client, or
   *     its arguments do not make a request; nothing is sent
   * @throws IllegalStateException if the client is closed; nothing is sent
   */
  @SuppressWarnings("NullAway") // Null comes only for a Call<Void>, and null is all that Void has.
  public <T> T call(Call<T> call) {
    if (recorder != null) {
      recorder.callStarts();
    }
    return engine.call(call, calls);
  }

  /**
   * Carries out any operation on a daemon thread of this client, up to 64 at once; its time starts
   * with its first attempt. The future ends with what {@link #call} returns or throws.
   *
   * <p>Completing the future from outside, as {@link CompletableFuture#cancel} and {@link
   * CompletableFuture#orTimeout} do, cancels the HTTP call; whether BAPI carried it out is then not
   * known. Cancelling a future that was derived from this one does not reach the call.
   *
   * @throws IllegalArgumentException as for {@link #call}
   * @throws IllegalStateException as for {@link #call}
   */
  @SuppressWarnings("NullAway") // As in call.
  public <T> CompletableFuture<T> callAsync(Call<T> call) {
    if (recorder != null) {
      throw new IllegalStateException("withResponse takes a call that waits for its response");
    }
    return engine.callAsync(call, calls);
  }

  /**
   * Makes now what the first call would make otherwise: the HTTP client with the certificates it
   * trusts, and what {@link #users()} needs. For servers, before they take requests; a second time
   * does nothing.
   *
   * <p>Sends nothing, and connects to nothing: OkHttp opens a connection only for a request, and
   * each request to BAPI counts.
   *
   * @throws IllegalStateException if the client is closed
   */
  public void warmUp() {
    var unused = api(UsersApi.class).getUser("user_0").request(); // Is never sent.
  }

  /**
   * Ends the calls that are under way, with a {@link dev.clerkbapi.errors.ClerkTransportException},
   * and refuses further ones with an {@link IllegalStateException}. Closing again, or closing a
   * view made by {@link #with}, does nothing. An HTTP client that the caller brought stays as it
   * is, and so do its other calls.
   */
  @Override
  public void close() {
    if (!view) {
      engine.close();
    }
  }

  /** Returns which API this client talks to; never the key. */
  @Override
  public String toString() {
    return "ClerkClient[" + engine + "]";
  }
}
