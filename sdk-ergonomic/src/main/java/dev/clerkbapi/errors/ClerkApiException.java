package dev.clerkbapi.errors;

import dev.clerkbapi.internal.Answer;
import dev.clerkbapi.internal.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * BAPI, or something between here and BAPI, answered with a status other than success.
 *
 * <p>The nested classes are all there is: one for each status that callers tell apart, {@link
 * Server} for 5xx and {@link Unexpected} for the rest. Statuses say more than error codes do: the
 * same code can come with two of them.
 */
public abstract class ClerkApiException extends ClerkException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final ClerkError[] errors;
  private final @Nullable String traceId;

  ClerkApiException(Facts facts) {
    super(
        facts.operation,
        Messages.of(facts.operation, facts.answer, facts.envelope),
        null,
        facts.mayHaveBeenCarriedOut);
    this.status = facts.answer.status();
    this.errors = facts.envelope.errors().toArray(new ClerkError[0]);
    this.traceId = Messages.traceId(facts.answer, facts.envelope);
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
   * Tells whether one of the {@link #errors()} has this code.
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
   * Returns what Clerk's support asks for: the {@code clerk_trace_id} of the body, or else the
   * {@code cf-ray} header.
   */
  public Optional<String> traceId() {
    return Optional.ofNullable(traceId);
  }

  /** What an answer of failure consists of; keeps the constructors short. */
  record Facts(
      Operation operation, Answer answer, Envelope envelope, boolean mayHaveBeenCarriedOut) {}

  /** 400: the request is malformed, or what it asks for does not fit the state. */
  public static final class BadRequest extends ClerkApiException {
    private static final long serialVersionUID = 1L;

    BadRequest(Facts facts) {
      super(facts);
    }
  }

  /** 401: the secret key is missing, wrong, revoked or of another instance. */
  public static final class Unauthenticated extends ClerkApiException {
    private static final long serialVersionUID = 1L;

    Unauthenticated(Facts facts) {
      super(facts);
    }
  }

  /** 402: the instance's plan does not include this. */
  public static final class PaymentRequired extends ClerkApiException {
    private static final long serialVersionUID = 1L;

    PaymentRequired(Facts facts) {
      super(facts);
    }
  }

  /** 403: not allowed, or the feature (for locking: account lockout) is off for the instance. */
  public static final class PermissionDenied extends ClerkApiException {
    private static final long serialVersionUID = 1L;

    PermissionDenied(Facts facts) {
      super(facts);
    }
  }

  /** 404: nothing in this instance has that ID. */
  public static final class NotFound extends ClerkApiException {
    private static final long serialVersionUID = 1L;

    NotFound(Facts facts) {
      super(facts);
    }
  }

  /**
   * 409: another request is changing the same thing. The code {@code resource_locked} means that it
   * is busy, not that a user is locked.
   */
  public static final class Conflict extends ClerkApiException {
    private static final long serialVersionUID = 1L;

    Conflict(Facts facts) {
      super(facts);
    }
  }

  /** 413: the request's body is too large. */
  public static final class PayloadTooLarge extends ClerkApiException {
    private static final long serialVersionUID = 1L;

    PayloadTooLarge(Facts facts) {
      super(facts);
    }
  }

  /** 422: the request is well-formed, but its values are not acceptable. */
  public static final class Unprocessable extends ClerkApiException {
    private static final long serialVersionUID = 1L;

    Unprocessable(Facts facts) {
      super(facts);
    }
  }

  /**
   * 429: the instance's rate limit is used up, and waiting for it takes longer than the call may.
   * The answer may have been to another call of the same client; then nothing was sent for this one
   * after it.
   */
  public static final class RateLimited extends ClerkApiException {
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    RateLimited(Facts facts) {
      super(facts);
      this.retryAfter = facts.answer.retryAfter();
    }

    /**
     * Returns how long to wait from when this was thrown, such as {@code PT5S}: what BAPI asked
     * for, less what has passed if the answer was to another call. Never negative, at most a day;
     * empty if the answer did not say, or not readably.
     */
    public Optional<Duration> retryAfter() {
      return Optional.ofNullable(retryAfter);
    }
  }

  /** 5xx: BAPI or a gateway before it failed. */
  public static final class Server extends ClerkApiException {
    private static final long serialVersionUID = 1L;

    Server(Facts facts) {
      super(facts);
    }
  }

  /** Any other status, such as 302 or 423. Redirects are never followed. */
  public static final class Unexpected extends ClerkApiException {
    private static final long serialVersionUID = 1L;

    Unexpected(Facts facts) {
      super(facts);
    }
  }
}
