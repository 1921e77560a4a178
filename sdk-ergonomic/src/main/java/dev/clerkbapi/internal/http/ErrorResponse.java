package dev.clerkbapi.internal.http;

import dev.clerkbapi.internal.support.Redactor;
import java.time.Clock;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * A response whose status is not 2xx.
 *
 * @param contentType the header, or {@code no content type}
 * @param ray the {@code cf-ray} header
 * @param retryAfter how long the server asks to wait; null without a readable header
 * @param body as far as it was read
 */
public record ErrorResponse(
    int status,
    String contentType,
    @Nullable String ray,
    @Nullable Duration retryAfter,
    String body) {

  public static ErrorResponse of(Response response, String body, Clock clock) {
    MediaType type = response.body().contentType();
    return new ErrorResponse(
        response.code(),
        type == null ? "no content type" : type.toString(),
        response.header("cf-ray"),
        RetryAfter.parse(response.header("Retry-After"), clock),
        body);
  }

  /** Returns the same response with the time that is left of its {@code Retry-After}. */
  public ErrorResponse withRetryAfter(Duration left) {
    return new ErrorResponse(status, contentType, ray, left, body);
  }

  /** Returns the same response without the secret key. */
  public ErrorResponse redacted(Redactor redactor) {
    return new ErrorResponse(
        status,
        redactor.text(contentType),
        redactor.textOrNull(ray),
        retryAfter,
        redactor.text(body));
  }
}
