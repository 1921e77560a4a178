package dev.clerkbapi.internal;

import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.internal.Failure.Again;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownServiceException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Finds out what an attempt's end means: the exception for the caller, and whether to try again.
 */
final class Diagnosis {
  private final Lifecycle lifecycle;
  private final Redactor redactor;

  Diagnosis(Lifecycle lifecycle, Redactor redactor) {
    this.lifecycle = lifecycle;
    this.redactor = redactor;
  }

  /** An answer with a status other than success. */
  Failure answered(Operation operation, Answer received, boolean carriedOutBefore) {
    Answer answer = redactor.answer(received);
    boolean maybe = answer.mayHaveBeenCarriedOut();
    ClerkException error = Errors.factory().answered(operation, answer, carriedOutBefore || maybe);
    return new Failure(error, advice(answer), answer.retryAfter());
  }

  /**
   * An answer of success that cannot be read. Asking again would do it again, for the same bytes.
   */
  Failure unreadable(Operation operation, int status, UnreadableBodyException e) {
    Throwable cause = e.getCause() == null ? null : redactor.cause(e.getCause());
    String reason = redactor.text(String.valueOf(e.getMessage()));
    ClerkException error =
        Errors.factory().unreadable(operation, status, redactor.text(e.rawBody()), reason, cause);
    return new Failure(error, Again.NEVER, null);
  }

  /** No answer, or not all of it. */
  Failure unanswered(
      Operation operation, Attempt attempt, boolean carriedOutBefore, Ending ending) {
    Throwable cause = redactor.cause(ending.cause());
    boolean maybe = carriedOutBefore || attempt.wasSent();
    ClerkException error =
        Errors.factory().unanswered(operation, reason(attempt, ending), cause, maybe);
    return new Failure(error, advice(attempt, ending), null);
  }

  /** No attempt was made, or no further one. */
  ClerkException stopped(Operation operation, String reason, boolean carriedOutBefore) {
    return Errors.factory().unanswered(operation, reason, null, carriedOutBefore);
  }

  private String reason(Attempt attempt, Ending ending) {
    if (lifecycle.isClosed()) {
      return "the client was closed during the call";
    } else if (ending.interrupted()) {
      return "interrupted";
    } else if (ending.cancelled()) {
      return "cancelled";
    } else if (ending.timedOut()) {
      return attempt.wasSent() ? "no answer in time" : "no connection in time";
    }
    String what = attempt.wasSent() ? "the answer was lost: " : "no connection: ";
    return what + redactor.text(ending.cause().toString());
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

  /** A server that is not trusted now is not trusted a second later. */
  private static boolean isLasting(Throwable failure) {
    return failure instanceof SSLPeerUnverifiedException
        || failure instanceof UnknownServiceException
        || failure.getCause() instanceof CertificateException;
  }

  /**
   * How an attempt without an answer ended.
   *
   * @param interrupted the thread's flag is set
   * @param cancelled somebody cancelled the HTTP call
   */
  record Ending(Exception cause, boolean interrupted, boolean cancelled) {

    boolean timedOut() {
      return cause instanceof InterruptedIOException;
    }

    boolean isWanted() {
      return interrupted || cancelled;
    }
  }
}
