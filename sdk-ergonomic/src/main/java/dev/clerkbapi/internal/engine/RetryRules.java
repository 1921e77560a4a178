package dev.clerkbapi.internal.engine;

import dev.clerkbapi.internal.http.ErrorResponse;
import dev.clerkbapi.internal.http.JvmTls;
import dev.clerkbapi.internal.http.Operation;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.UnknownServiceException;
import java.security.cert.CertificateException;
import java.time.Duration;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Decides whether and when a request is sent again. These are all the rules:
 *
 * <ul>
 *   <li>429, and 503 with {@code Retry-After}: any request
 *   <li>no connection could be made: any request, unless the reason lasts, such as a certificate
 *       that is not trusted
 *   <li>another 5xx, or the response was lost: idempotent operations
 *   <li>anything else, and whatever has a body that cannot be read again: nothing
 * </ul>
 *
 * <p>No side effects; random only in the back-off.
 */
final class RetryRules {
  static final long STOP = -1;
  private static final Duration LONGEST_OBEYED = Duration.ofSeconds(60);

  private final Backoff backoff;

  RetryRules(Backoff backoff) {
    this.backoff = backoff;
  }

  /** Returns the nanoseconds to wait before the next attempt, or {@link #STOP}. */
  long waitAfter(Failure failure, CallState call) {
    int attempts = call.attemptsFailed();
    boolean possible = attempts < call.options().maxAttempts() && !call.operation().isSpent();
    if (!possible || !isRetried(failure, call.operation())) {
      return STOP;
    }
    long wait = backoff.nanosAfter(attempts);
    ErrorResponse response = failure.response();
    Duration asked = response == null ? null : response.retryAfter();
    if (asked != null) {
      // The caller decides about more than a minute; sending earlier than asked never helps.
      if (asked.compareTo(LONGEST_OBEYED) > 0) {
        return STOP;
      }
      wait = Math.max(wait, asked.toNanos());
    }
    return wait < call.left() ? wait : STOP;
  }

  /** Returns whether a request, once sent, is never sent again, whatever happens to it. */
  boolean isSentOnce(CallState call) {
    return call.options().maxAttempts() == 1
        || call.operation().oneShot() != null
        || !isIdempotent(call.operation());
  }

  /** As marked in {@code openapi/overlays/3-retry-safety.yml}, or else as HTTP defines it. */
  private static boolean isIdempotent(Operation operation) {
    Boolean marked = operation.idempotent();
    if (marked != null) {
      return marked;
    }
    return switch (operation.method()) {
      case "GET", "HEAD", "PUT", "DELETE", "OPTIONS" -> true;
      default -> false;
    };
  }

  private static boolean isRetried(Failure failure, Operation operation) {
    ErrorResponse response = failure.response();
    if (response != null) {
      boolean serverError = response.status() >= 500 && response.status() <= 599;
      return isBusy(response) || (serverError && isIdempotent(operation));
    }
    Ending ending = failure.ending();
    if (ending == null || ending.wasEndedByCaller() || !(ending.cause() instanceof IOException)) {
      return false;
    }
    return ending.sent() ? isIdempotent(operation) : !isLasting(ending.cause());
  }

  /** The server does not fail, but asks to send the request later. */
  private static boolean isBusy(ErrorResponse response) {
    return response.status() == 429 || (response.status() == 503 && response.retryAfter() != null);
  }

  /**
   * A server or proxy that is not trusted, speaks another protocol or requires a login; a JVM
   * without TLS.
   */
  private static boolean isLasting(Throwable failure) {
    return failure instanceof SSLPeerUnverifiedException
        || failure instanceof JvmTls.UnavailableException
        || failure instanceof UnknownServiceException
        || failure instanceof ProtocolException
        || failure.getCause() instanceof CertificateException;
  }
}
