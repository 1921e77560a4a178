package dev.clerkbapi.testing;

import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A way in which {@link FakeBapi} fails a request. Immutable. */
public final class FakeFault {
  /** Whether the request is carried out although its answer is not given. */
  final boolean carriedOut;

  final Duration delay;

  /** What is answered instead, or null. */
  final @Nullable Answer answer;

  /** What happens to the connection, or null. */
  final @Nullable Fault connection;

  private FakeFault(
      boolean carriedOut, Duration delay, @Nullable Answer answer, @Nullable Fault connection) {
    this.carriedOut = carriedOut;
    this.delay = delay;
    this.answer = answer;
    this.connection = connection;
  }

  /**
   * 429 with {@code Retry-After}.
   *
   * @param retryAfter whole seconds, for example {@code Duration.ofSeconds(2)}
   */
  public static FakeFault rateLimited(Duration retryAfter) {
    return new FakeFault(false, Duration.ZERO, Answer.rateLimited(retryAfter.toSeconds()), null);
  }

  /**
   * An error in BAPI's form.
   *
   * @param status for example 503
   * @param code for example {@code service_unavailable}
   */
  public static FakeFault error(int status, String code) {
    Answer answer = Answer.error(status, code, "The test asked for this error");
    return new FakeFault(false, Duration.ZERO, answer, null);
  }

  /** The connection is reset; nothing is carried out. */
  public static FakeFault reset() {
    return new FakeFault(false, Duration.ZERO, null, Fault.CONNECTION_RESET_BY_PEER);
  }

  /**
   * The request is carried out, but the connection is reset before the answer: the caller cannot
   * know.
   */
  public static FakeFault lostAnswer() {
    return new FakeFault(true, Duration.ZERO, null, Fault.CONNECTION_RESET_BY_PEER);
  }

  /** The connection is closed without an answer; nothing is carried out. */
  public static FakeFault empty() {
    return new FakeFault(false, Duration.ZERO, null, Fault.EMPTY_RESPONSE);
  }

  /** Bytes that are no HTTP; nothing is carried out. */
  public static FakeFault garbage() {
    return new FakeFault(false, Duration.ZERO, null, Fault.RANDOM_DATA_THEN_CLOSE);
  }

  /** The right answer, late. */
  public static FakeFault delay(Duration delay) {
    return new FakeFault(true, delay, null, null);
  }
}
