package dev.clerkbapi.errors;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * BAPI, or a proxy or gateway in front of it, sent an error response.
 *
 * <p>There is one nested class for each status that callers handle differently, {@link Server} for
 * all 5xx, and {@link Unexpected} for the rest. Prefer them to error codes: the same code can occur
 * with two statuses.
 *
 * <p>For tests: {@code ClerkApiException.builder(404).build()} is a {@link NotFound}.
 */
public abstract class ClerkApiException extends ClerkException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final ClerkError[] errors;
  private final @Nullable String traceId;

  ClerkApiException(Builder facts) {
    super(Messages.of(facts), facts, facts.mayHaveBeenCarriedOut());
    this.status = facts.status;
    this.errors = facts.envelope.errors().toArray(new ClerkError[0]);
    this.traceId = facts.traceId();
  }

  /**
   * Returns a builder of the exception for a status.
   *
   * @param status such as {@code 404}
   * @throws IllegalArgumentException if it is 2xx, which is not an error
   */
  public static Builder builder(int status) {
    if (status >= 200 && status <= 299) {
      throw new IllegalArgumentException(status + " is not the status of an error response");
    }
    return new Builder(status);
  }

  /** Returns the HTTP status, such as {@code 404}. */
  public int status() {
    return status;
  }

  /** Returns the entries of BAPI's error envelope in its order; empty if the body was not one. */
  public List<ClerkError> errors() {
    return List.of(errors);
  }

  /**
   * Returns whether one of the {@link #errors()} has this code.
   *
   * @param code such as {@code resource_not_found}
   */
  public boolean hasCode(String code) {
    for (ClerkError error : errors) {
      if (error.code().equals(code)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the trace ID, for Clerk's support: the {@code clerk_trace_id} of the body, or else the
   * {@code cf-ray} header.
   */
  public Optional<String> traceId() {
    return Optional.ofNullable(traceId);
  }

  @Override
  public boolean mayPassLater() {
    return status == 409 || status == 429 || Builder.isServerError(status);
  }

  /** Builds the exception for a status. Not thread-safe. */
  public static final class Builder extends ClerkException.Builder<Builder> {
    final int status;
    Envelope envelope = Envelope.NONE;
    String contentType = "no content type";
    @Nullable Duration retryAfter;
    private @Nullable String ray;

    private Builder(int status) {
      this.status = status;
    }

    /**
     * Sets the body; empty by default. Only the contents of BAPI's error envelope are kept.
     *
     * @param json such as {@code {"errors":[{"code":"resource_not_found","message":"not found"}]}}
     */
    public Builder body(String json) {
      this.envelope = Envelope.read(json);
      return this;
    }

    /** Sets the {@code Content-Type} header, which the message contains if there is no envelope. */
    public Builder contentType(@Nullable String type) {
      this.contentType = type == null ? "no content type" : type;
      return this;
    }

    /** Sets the {@code cf-ray} header: the trace ID if the body contains none. */
    public Builder ray(@Nullable String header) {
      this.ray = header;
      return this;
    }

    /** Sets the {@code Retry-After} header; null, the default, for none. */
    public Builder retryAfter(@Nullable Duration wait) {
      this.retryAfter = wait;
      return this;
    }

    /**
     * Sets whether BAPI may have carried out the request, in this or an earlier attempt; by default
     * the status decides, see {@link ClerkException#mayHaveBeenCarriedOut()}.
     */
    public Builder mayHaveBeenCarriedOut(boolean maybe) {
      this.mayHaveBeenCarriedOut = maybe;
      return this;
    }

    @Override
    public ClerkApiException build() {
      return switch (status) {
        case 400 -> new BadRequest(this);
        case 401 -> new Unauthenticated(this);
        case 402 -> new PaymentRequired(this);
        case 403 -> new PermissionDenied(this);
        case 404 -> new NotFound(this);
        case 409 -> new Conflict(this);
        case 413 -> new PayloadTooLarge(this);
        case 422 -> new Unprocessable(this);
        case 429 -> new RateLimited(this);
        default -> isServerError(status) ? new Server(this) : new Unexpected(this);
      };
    }

    /** A 4xx, or a 503 with {@code Retry-After}, means that nothing was done. */
    boolean mayHaveBeenCarriedOut() {
      boolean refused = status >= 400 && status <= 499;
      boolean busy = status == 503 && retryAfter != null;
      return Objects.requireNonNullElse(mayHaveBeenCarriedOut, !refused && !busy);
    }

    @Nullable String traceId() {
      String id = envelope.traceId() != null ? envelope.traceId() : ray;
      return id == null ? null : Messages.oneLine(id);
    }

    private static boolean isServerError(int status) {
      return status >= 500 && status <= 599;
    }
  }

  /** 400: the request is malformed, or does not fit the current state. */
  public static final class BadRequest extends ClerkApiException {
    private static final long serialVersionUID = 1L;

    BadRequest(Builder facts) {
      super(facts);
    }
  }

  /** 401: the secret key is wrong, revoked, or that of another instance. */
  public static final class Unauthenticated extends ClerkApiException {
    private static final long serialVersionUID = 1L;

    Unauthenticated(Builder facts) {
      super(facts);
    }
  }

  /** 402: the instance's plan does not include this operation. */
  public static final class PaymentRequired extends ClerkApiException {
    private static final long serialVersionUID = 1L;

    PaymentRequired(Builder facts) {
      super(facts);
    }
  }

  /** 403: not allowed, or the feature (for locking: account lockout) is off for the instance. */
  public static final class PermissionDenied extends ClerkApiException {
    private static final long serialVersionUID = 1L;

    PermissionDenied(Builder facts) {
      super(facts);
    }
  }

  /** 404: the instance has no object with this ID. */
  public static final class NotFound extends ClerkApiException {
    private static final long serialVersionUID = 1L;

    NotFound(Builder facts) {
      super(facts);
    }
  }

  /**
   * 409: another request is changing the same object. The code {@code resource_locked} means that
   * the object is busy, not that a user is locked.
   */
  public static final class Conflict extends ClerkApiException {
    private static final long serialVersionUID = 1L;

    Conflict(Builder facts) {
      super(facts);
    }
  }

  /** 413: the request's body is too large. */
  public static final class PayloadTooLarge extends ClerkApiException {
    private static final long serialVersionUID = 1L;

    PayloadTooLarge(Builder facts) {
      super(facts);
    }
  }

  /** 422: the request is well-formed, but its values are not acceptable. */
  public static final class Unprocessable extends ClerkApiException {
    private static final long serialVersionUID = 1L;

    Unprocessable(Builder facts) {
      super(facts);
    }
  }

  /**
   * 429: the instance's rate limit is used up for longer than the call may wait. The response may
   * have been to another call of the same client; then nothing was sent for this call.
   */
  public static final class RateLimited extends ClerkApiException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    RateLimited(Builder facts) {
      super(facts);
      this.retryAfter = facts.retryAfter;
    }

    /**
     * Returns how long to wait from the time at which this was thrown, such as {@code PT5S}: the
     * {@code Retry-After} of the response or, if that was to another call, what is left of it.
     * Never negative, at most a day; empty if the response had no readable {@code Retry-After}
     * header.
     */
    public Optional<Duration> retryAfter() {
      return Optional.ofNullable(retryAfter);
    }
  }

  /** 5xx: BAPI, or a gateway in front of it, failed. */
  public static final class Server extends ClerkApiException {
    private static final long serialVersionUID = 1L;

    Server(Builder facts) {
      super(facts);
    }
  }

  /** Any other status, such as 302 or 423. Redirects are never followed. */
  public static final class Unexpected extends ClerkApiException {
    private static final long serialVersionUID = 1L;

    Unexpected(Builder facts) {
      super(facts);
    }
  }
}
