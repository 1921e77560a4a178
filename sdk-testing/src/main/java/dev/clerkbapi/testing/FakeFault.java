package dev.clerkbapi.testing;

import dev.clerkbapi.testing.internal.http.Response.Ending;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A way in which {@link FakeBapi} fails a request. Immutable. */
public final class FakeFault {
  /** Whether the request is carried out, although the caller does not get its response. */
  final boolean carriedOut;

  final Duration delay;

  /** The response in place of the real one, or null. */
  final @Nullable JsonResponse response;

  /** What the connection carries. */
  final Ending ending;

  private FakeFault(
      boolean carriedOut, Duration delay, @Nullable JsonResponse response, Ending ending) {
    this.carriedOut = carriedOut;
    this.delay = delay;
    this.response = response;
    this.ending = ending;
  }

  /**
   * Responds with 429 and a {@code Retry-After} header; nothing is carried out.
   *
   * @param retryAfter whole seconds, for example {@code Duration.ofSeconds(2)}
   */
  public static FakeFault rateLimited(Duration retryAfter) {
    return new FakeFault(
        false, Duration.ZERO, JsonResponse.rateLimited(retryAfter.toSeconds()), Ending.RESPONSE);
  }

  /**
   * Responds with an error in BAPI's envelope; nothing is carried out.
   *
   * @param status for example 503
   * @param code for example {@code service_unavailable}
   */
  public static FakeFault error(int status, String code) {
    JsonResponse response = JsonResponse.error(status, code, "The test asked for this error");
    return new FakeFault(false, Duration.ZERO, response, Ending.RESPONSE);
  }

  /** Resets the connection; nothing is carried out. */
  public static FakeFault reset() {
    return new FakeFault(false, Duration.ZERO, null, Ending.RESET);
  }

  /**
   * Carries out the request, but resets the connection instead of responding, so that the caller
   * cannot know whether it was carried out.
   */
  public static FakeFault lostResponse() {
    return new FakeFault(true, Duration.ZERO, null, Ending.RESET);
  }

  /**
   * Does the same as {@link #lostResponse()}.
   *
   * @deprecated renamed to {@link #lostResponse()}
   */
  @Deprecated
  @SuppressWarnings("InlineMeSuggester") // Needs a library at run time.
  public static FakeFault lostAnswer() {
    return lostResponse();
  }

  /** Closes the connection without a response; nothing is carried out. */
  public static FakeFault empty() {
    return new FakeFault(false, Duration.ZERO, null, Ending.NOTHING);
  }

  /** Sends random bytes instead of HTTP; nothing is carried out. */
  public static FakeFault garbage() {
    return new FakeFault(false, Duration.ZERO, null, Ending.GARBAGE);
  }

  /**
   * Carries out the request and responds to it normally, but late.
   *
   * @param delay real time, for example {@code Duration.ofMillis(200)}
   */
  public static FakeFault delay(Duration delay) {
    return new FakeFault(true, delay, null, Ending.RESPONSE);
  }
}
