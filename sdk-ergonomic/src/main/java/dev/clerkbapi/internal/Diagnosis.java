package dev.clerkbapi.internal;

import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.internal.Failure.Again;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.UnknownServiceException;
import java.security.cert.CertificateException;
import java.time.Duration;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what an attempt's end means: the exception for the caller, and whether to try again.
 */
final class Diagnosis {
  private static final String CLOSED = "the client was closed during the call";

  private final Lifecycle lifecycle;
  private final Redactor redactor;

  Diagnosis(Lifecycle lifecycle, Redactor redactor) {
    this.lifecycle = lifecycle;
    this.redactor = redactor;
  }

  /** Returns the {@code cf-ray} header of an attempt's answer, fit to be shown. */
  @Nullable String ray(Attempt attempt) {
    return redactor.ray(attempt.ray());
  }

  /** An answer with a status other than success. */
  Failure answered(Progress call, Answer received) {
    Answer answer = redactor.answer(received);
    ClerkException error = refusal(call, answer);
    String traceId = error instanceof ClerkApiException api ? api.traceId().orElse(null) : null;
    String brief = Integer.toString(answer.status());
    return new Failure(error, advice(answer), answer.retryAfter(), brief, traceId);
  }

  /** An answer to another call, which holds this one back for longer than it has. */
  ClerkException heldBack(Progress call, Answer received, long nanos) {
    return refusal(call, redactor.answer(received.withRetryAfter(Duration.ofNanos(nanos))));
  }

  /**
   * An answer of success that cannot be read. Asking again would do it again, for the same bytes.
   */
  Failure unreadable(Progress call, Attempt attempt, UnreadableBodyException e) {
    int status = attempt.status();
    Throwable cause = e.getCause() == null ? null : redactor.cause(e.getCause());
    String reason = redactor.text(String.valueOf(e.getMessage()));
    ClerkException error =
        Errors.factory()
            .unreadable(call.operation(), status, redactor.text(e.rawBody()), reason, cause);
    return new Failure(error, Again.NEVER, null, status + ", not readable", ray(attempt));
  }

  /** No answer, or not all of it. */
  Failure unanswered(Progress call, Attempt attempt, Ending ending) {
    Throwable cause = redactor.cause(ending.cause());
    boolean maybe = call.carriedOutMaybe() || attempt.wasSent();
    String known = reason(attempt, ending);
    String reason =
        known != null ? known : what(attempt) + ": " + redactor.text(ending.cause().toString());
    // Not the text in the log: it can quote what the server sent.
    String brief =
        known != null ? known : what(attempt) + ": " + ending.cause().getClass().getName();
    ClerkException error = Errors.factory().unanswered(call.operation(), reason, cause, maybe);
    return new Failure(error, advice(attempt, ending), null, brief, ray(attempt));
  }

  /** No attempt was made, or no further one. */
  ClerkException stopped(Progress call, String reason, @Nullable Throwable thrown) {
    Throwable cause = thrown == null ? null : redactor.cause(thrown);
    return Errors.factory().unanswered(call.operation(), reason, cause, call.carriedOutMaybe());
  }

  /** Returns why there shall be no further attempt. */
  String whyStopped(boolean interrupted) {
    return lifecycle.isClosed() ? CLOSED : interrupted ? "interrupted" : "cancelled";
  }

  private static ClerkException refusal(Progress call, Answer answer) {
    boolean maybe = call.carriedOutMaybe() || answer.mayHaveBeenCarriedOut();
    return Errors.factory().answered(call.operation(), answer, maybe);
  }

  private static String what(Attempt attempt) {
    return attempt.wasSent() ? "the answer was lost" : "no connection";
  }

  /** Returns null if all that is known is the exception. */
  private @Nullable String reason(Attempt attempt, Ending ending) {
    if (lifecycle.isClosed()) {
      return CLOSED;
    } else if (ending.interrupted()) {
      return "interrupted";
    } else if (ending.cancelled()) {
      return "cancelled";
    } else if (ending.timedOut()) {
      return attempt.wasSent() ? "no answer in time" : "no connection in time";
    }
    return null;
  }

  private Again advice(Attempt attempt, Ending ending) {
    if (lifecycle.isClosed() || ending.isWanted() || !(ending.cause() instanceof IOException)) {
      return Again.NEVER;
    } else if (attempt.wasSent()) {
      return Again.IF_REPEATABLE;
    }
    return isLasting(ending.cause()) ? Again.NEVER : Again.ALWAYS;
  }

  private static Again advice(Answer answer) {
    if (answer.isBusy()) {
      return Again.ALWAYS;
    }
    boolean server = answer.status() >= 500 && answer.status() <= 599;
    return server ? Again.IF_REPEATABLE : Again.NEVER;
  }

  /** What is not trusted, speaks another protocol or wants a login does so a second later too. */
  private static boolean isLasting(Throwable failure) {
    return failure instanceof SSLPeerUnverifiedException
        || failure instanceof UnknownServiceException
        || failure instanceof ProtocolException
        || failure.getCause() instanceof CertificateException;
  }
}
