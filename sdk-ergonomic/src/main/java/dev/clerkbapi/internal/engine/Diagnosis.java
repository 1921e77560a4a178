package dev.clerkbapi.internal.engine;

import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkDecodingException;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.errors.ClerkTransportException.Reason;
import dev.clerkbapi.internal.http.Attempt;
import dev.clerkbapi.internal.http.ErrorResponse;
import dev.clerkbapi.internal.http.ReceivedResponse;
import dev.clerkbapi.internal.http.UnreadableBodyException;
import dev.clerkbapi.internal.support.Lifecycle;
import dev.clerkbapi.internal.support.Redactor;
import java.io.InterruptedIOException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Builds the exceptions of calls, without the secret key. Thread-safe. */
final class Diagnosis {
  private final Lifecycle lifecycle;
  private final Redactor redactor;

  Diagnosis(Lifecycle lifecycle, Redactor redactor) {
    this.lifecycle = lifecycle;
    this.redactor = redactor;
  }

  /** Returns the {@code cf-ray} header of an attempt's response, without the key. */
  @Nullable String ray(Attempt attempt) {
    return redactor.textOrNull(attempt.ray());
  }

  /** Returns the whole response if the caller wants it, its headers without the key. */
  @Nullable ReceivedResponse received(Attempt attempt) {
    ReceivedResponse received = attempt.received();
    return received == null ? null : received.withTexts(redactor::text);
  }

  Failure errorResponse(CallState call, ErrorResponse received) {
    ErrorResponse response = received.redacted(redactor);
    ClerkApiException error = exception(call, response);
    String brief = Integer.toString(response.status());
    return new Failure(error, response, null, brief, error.traceId().orElse(null));
  }

  /** For a call that an error response to another call holds back beyond its timeout. */
  ClerkException heldBack(CallState call, ErrorResponse received, long nanos) {
    Duration left = Duration.ofNanos(nanos);
    return exception(call, received.withRetryAfter(left).redacted(redactor));
  }

  /** For a successful response whose body cannot be decoded. */
  Failure unreadable(CallState call, Attempt attempt, UnreadableBodyException e) {
    int status = attempt.status();
    ClerkException error =
        about(call, ClerkDecodingException.builder(status), e.getCause())
            .rawBody(redactor.text(e.rawBody()))
            .reason(redactor.text(String.valueOf(e.getMessage())))
            .build();
    return new Failure(error, null, null, status + ", not readable", ray(attempt));
  }

  /** For no response, or an incomplete one. */
  Failure noResponse(CallState call, Attempt attempt, Ending ending) {
    String known = detail(ending.reason(), ending.sent());
    String what = ending.sent() ? "the response was lost" : "no connection";
    Exception cause = ending.cause();
    ClerkException error =
        about(call, ClerkTransportException.builder(ending.reason()), cause)
            .detail(known != null ? known : what + ": " + redactor.text(cause.toString()))
            .mayHaveBeenCarriedOut(call.mayHaveBeenCarriedOut() || ending.sent())
            .build();
    // The log gets no message of the cause: it can quote what the server sent.
    String brief = known != null ? known : what + ": " + cause.getClass().getName();
    return new Failure(error, null, ending, brief, ray(attempt));
  }

  /** For a call that ends before its first, or next, attempt. */
  ClerkException notSent(CallState call, Reason reason, String detail, @Nullable Throwable thrown) {
    return about(call, ClerkTransportException.builder(reason), thrown)
        .detail(detail)
        .mayHaveBeenCarriedOut(call.mayHaveBeenCarriedOut())
        .build();
  }

  /** The same for a call that was interrupted or cancelled, or whose client was closed. */
  ClerkException endedBetweenAttempts(CallState call, boolean interrupted) {
    Reason reason = interrupted ? Reason.INTERRUPTED : Reason.CANCELLED;
    Reason why = lifecycle.isClosed() ? Reason.CLOSED : reason;
    return notSent(call, why, String.valueOf(detail(why, false)), null);
  }

  /**
   * Returns why an attempt ended without a response.
   *
   * @param interrupted whether the thread's flag is set
   * @param cancelled whether the HTTP call was cancelled, but not by a timeout
   */
  Ending ending(Attempt attempt, Exception cause, boolean interrupted, boolean cancelled) {
    return new Ending(cause, reason(attempt, cause, interrupted, cancelled), attempt.wasSent());
  }

  private Reason reason(Attempt attempt, Exception cause, boolean interrupted, boolean cancelled) {
    if (lifecycle.isClosed()) {
      return Reason.CLOSED;
    } else if (interrupted) {
      return Reason.INTERRUPTED;
    } else if (cancelled) {
      return Reason.CANCELLED;
    } else if (cause instanceof InterruptedIOException) {
      return Reason.TIMEOUT;
    } else if (attempt.wasSent()) {
      return Reason.LOST;
    }
    return cause instanceof SSLException ? Reason.TLS : Reason.CONNECT;
  }

  /** Returns null if only the exception says more. */
  private static @Nullable String detail(Reason reason, boolean sent) {
    if (reason.equals(Reason.CLOSED)) {
      return "the client was closed during the call";
    } else if (reason.equals(Reason.INTERRUPTED)) {
      return "interrupted";
    } else if (reason.equals(Reason.CANCELLED)) {
      return "cancelled";
    } else if (reason.equals(Reason.TIMEOUT)) {
      return sent ? "no response in time" : "no connection in time";
    }
    return null;
  }

  private ClerkApiException exception(CallState call, ErrorResponse response) {
    ClerkApiException.Builder builder =
        about(call, ClerkApiException.builder(response.status()), null)
            .body(response.body())
            .contentType(response.contentType())
            .ray(response.ray())
            .retryAfter(response.retryAfter());
    // An earlier attempt may have been carried out, whatever this one says.
    return call.mayHaveBeenCarriedOut()
        ? builder.mayHaveBeenCarriedOut(true).build()
        : builder.build();
  }

  private <B extends ClerkException.Builder<B>> B about(
      CallState call, B builder, @Nullable Throwable cause) {
    return builder
        .method(call.operation().method())
        .path(call.operation().path())
        .cause(cause == null ? null : redactor.cause(cause));
  }
}
