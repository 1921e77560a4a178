package dev.clerkbapi;

import dev.clerkbapi.internal.Engine;
import dev.clerkbapi.internal.Settings;
import java.util.concurrent.CompletableFuture;
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
public final class ClerkClient implements AutoCloseable {
  private static final String KEY_VARIABLE = "CLERK_SECRET_KEY";

  private final Settings settings;
  private final Engine engine;
  private volatile @Nullable Users users;

  ClerkClient(Settings settings) {
    this.settings = settings;
    this.engine = new Engine(settings);
  }

  /**
   * Returns a client with the secret key from the environment variable {@code CLERK_SECRET_KEY},
   * and defaults for the rest.
   *
   * @throws IllegalStateException if the variable is not set, or blank; or as {@link
   *     ClerkClientBuilder#build()} has it
   * @throws IllegalArgumentException if its value cannot be a key
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
   * @throws IllegalArgumentException if it is blank, or has characters that no key has
   * @throws IllegalStateException as {@link ClerkClientBuilder#build()} has it
   */
  public static ClerkClient create(String secretKey) {
    return builder().secretKey(secretKey).build();
  }

  /** Returns a builder; {@link ClerkClientBuilder#secretKey} is all that it must be told. */
  public static ClerkClientBuilder builder() {
    return new ClerkClientBuilder();
  }

  /** Returns the calls about users: lock, unlock, ban, unban, get, and the bulk lock. */
  public Users users() {
    Users known = users;
    if (known == null) {
      known = new Users(this);
      users = known;
    }
    return known;
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
    return engine.call(call);
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
    return engine.callAsync(call);
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
    engine.warmUp();
  }

  /**
   * Ends the calls that are under way, with a {@link dev.clerkbapi.errors.ClerkTransportException},
   * and refuses further ones with an {@link IllegalStateException}. Closing again does nothing. An
   * HTTP client that the caller brought stays as it is, and so do its other calls.
   */
  @Override
  public void close() {
    engine.close();
  }

  Settings settings() {
    return settings;
  }

  Engine engine() {
    return engine;
  }

  /** Returns which API this client talks to; never the key. */
  @Override
  public String toString() {
    return "ClerkClient[" + engine + "]";
  }
}
