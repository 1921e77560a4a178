package dev.clerkbapi.internal.engine;

import dev.clerkbapi.internal.http.Operation;
import dev.clerkbapi.internal.http.ReceivedResponse;
import org.jspecify.annotations.Nullable;

/**
 * The result of one call, without secrets.
 *
 * @param status of the last response, 0 if there was none
 * @param attempts requests that were sent, or could not be sent
 * @param nanos how long the whole call took
 * @param requestNanos how long the last request with a response took, 0 if there was none
 * @param error the simple name of the exception's class, null for a success
 * @param received the whole of the last response, for the observer of this call only
 */
public record Summary(
    Operation operation,
    int status,
    int attempts,
    long nanos,
    long requestNanos,
    @Nullable String traceId,
    @Nullable String error,
    @Nullable ReceivedResponse received) {

  /** Leaves out the response, which has data of users. */
  @Override
  public String toString() {
    return operation
        + (", status=" + status + ", attempts=" + attempts + ", nanos=" + nanos)
        + (", traceId=" + traceId + ", error=" + error);
  }
}
