package dev.clerkbapi.internal;

import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an answer of failure.
 *
 * @param contentType as the server said, or {@code no content type}
 * @param ray the {@code cf-ray} header
 * @param retryAfter how long the server asks to wait, if it says so readably
 * @param body as far as it was read
 */
public record Answer(
    int status,
    String contentType,
    @Nullable String ray,
    @Nullable Duration retryAfter,
    String body) {

  static Answer of(Response response, String body, Environment environment) {
    MediaType type = response.body().contentType();
    return new Answer(
        response.code(),
        type == null ? "no content type" : type.toString(),
        response.header("cf-ray"),
        RetryAfter.parse(response.header("Retry-After"), environment.clock()),
        body);
  }

  /** The same answer, some time later. */
  Answer withRetryAfter(Duration left) {
    return new Answer(status, contentType, ray, left, body);
  }

  /** A 4xx, or a 503 that names the time to come back, says that nothing was done. */
  boolean mayHaveBeenCarriedOut() {
    boolean refused = status >= 400 && status <= 499;
    return !refused && !isBusy();
  }

  /** The server is not failing, it asks to come back later. */
  boolean isBusy() {
    return status == 429 || (status == 503 && retryAfter != null);
  }
}
