package dev.clerkbapi.internal.engine;

import dev.clerkbapi.internal.http.ErrorResponse;
import dev.clerkbapi.internal.http.Operation;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.UnknownServiceException;
import java.security.cert.CertificateException;
import java.time.Duration;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Decides what is sent again, and after how long. This is all there is to know about it:
 *
 * <ul>
 *   <li>429, and 503 with {@code Retry-After}: any request
 *   <li>no connection could be made: any request, unless that cannot pass by itself
 *   <li>another 5xx, or the response was lost: what may be repeated
 *   <li>anything else: nothing
 * </ul>
 *
 * <p>No side effects but chance.
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
    if (attempts >= call.options().maxAttempts() || !isRetried(failure, call.operation())) {
      return STOP;
    }
    long wait = backoff.nanosAfter(attempts);
    ErrorResponse response = failure.response();
    Duration asked = response == null ? null : response.retryAfter();
    if (asked != null) {
      // Longer than a minute is for the caller to decide on; asking earlier than told never helps.
      if (asked.compareTo(LONGEST_OBEYED) > 0) {
        return STOP;
      }
      wait = Math.max(wait, asked.toNanos());
    }
    return wait < call.left() ? wait : STOP;
  }

  /** Whether a request cannot be sent again once it has left, whatever comes of it. */
  boolean isSentOnce(CallState call) {
    return call.options().maxAttempts() == 1 || !isRepeatable(call.operation());
  }

  /** By its mark in {@code openapi/overlays/3-retry-safety.yml}, or else as HTTP promises. */
  private static boolean isRepeatable(Operation operation) {
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
      return isBusy(response) || (serverError && isRepeatable(operation));
    }
    Ending ending = failure.ending();
    if (ending == null || ending.isOnPurpose() || !(ending.cause() instanceof IOException)) {
      return false;
    }
    return ending.sent() ? isRepeatable(operation) : !isLasting(ending.cause());
  }

  /** The server is not failing, it asks to come back later. */
  private static boolean isBusy(ErrorResponse response) {
    return response.status() == 429 || (response.status() == 503 && response.retryAfter() != null);
  }

  /** What is not trusted, speaks another protocol or wants a login does so a second later too. */
  private static boolean isLasting(Throwable failure) {
    return failure instanceof SSLPeerUnverifiedException
        || failure instanceof UnknownServiceException
        || failure instanceof ProtocolException
        || failure.getCause() instanceof CertificateException;
  }
}
