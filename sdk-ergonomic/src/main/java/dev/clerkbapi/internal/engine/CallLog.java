package dev.clerkbapi.internal.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The logger {@code dev.clerkbapi.http}: at DEBUG a line for each attempt, such as {@code POST
 * /users/{user_id}/lock, attempt 2: 503 after 12 ms, again in 250 ms (trace abc)}, without keys,
 * IDs or anything of a body.
 */
public final class CallLog {
  // Finding a logger initialises the JDK's logging, which takes longer than a request. So nothing
  // uses this class before the first attempt or call has ended.
  private static final Logger LOGGER = System.getLogger("dev.clerkbapi.http");

  private CallLog() {}

  /** Logs that a user's listener threw, which does not affect the call. */
  public static void listenerFailed(Throwable thrown) {
    LOGGER.log(Level.WARNING, "A CallListener threw; the call is not affected", thrown);
  }

  /**
   * Logs the end of an attempt.
   *
   * @param failure null for a success
   * @param wait nanoseconds until the next attempt, or {@link RetryRules#STOP}
   */
  static void attemptEnded(CallState call, @Nullable Failure failure, long wait) {
    if (LOGGER.isLoggable(Level.DEBUG)) {
      LOGGER.log(Level.DEBUG, line(call, failure, wait));
    }
  }

  private static String line(CallState call, @Nullable Failure failure, long wait) {
    int attempt = call.attemptsFailed() + (failure == null ? 1 : 0);
    StringBuilder line = new StringBuilder(120);
    line.append(call.operation()).append(", attempt ").append(attempt).append(": ");
    if (failure == null) {
      line.append(call.status());
    } else {
      line.append(failure.brief());
    }
    line.append(" after ").append(millis(call.nanosOfAttempt())).append(" ms");
    if (wait != RetryRules.STOP) {
      line.append(", again in ").append(millis(wait)).append(" ms");
    }
    String traceId = failure == null ? call.traceId() : failure.traceId();
    if (traceId != null) {
      line.append(" (trace ").append(traceId).append(')');
    }
    return line.toString();
  }

  private static long millis(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos);
  }
}
