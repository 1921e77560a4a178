package dev.clerkbapi.errors;

import dev.clerkbapi.internal.Answer;
import dev.clerkbapi.internal.ErrorFactory;
import dev.clerkbapi.internal.Operation;
import org.jspecify.annotations.Nullable;

/** Makes the exceptions of this package; the internal package knows it as {@link ErrorFactory}. */
final class ExceptionFactory implements ErrorFactory {

  @Override
  public ClerkException answered(
      Operation operation, Answer answer, boolean mayHaveBeenCarriedOut) {
    Envelope envelope = Envelope.read(answer.body());
    ClerkApiException.Facts facts =
        new ClerkApiException.Facts(operation, answer, envelope, mayHaveBeenCarriedOut);
    return switch (answer.status()) {
      case 400 -> new ClerkApiException.BadRequest(facts);
      case 401 -> new ClerkApiException.Unauthenticated(facts);
      case 402 -> new ClerkApiException.PaymentRequired(facts);
      case 403 -> new ClerkApiException.PermissionDenied(facts);
      case 404 -> new ClerkApiException.NotFound(facts);
      case 409 -> new ClerkApiException.Conflict(facts);
      case 413 -> new ClerkApiException.PayloadTooLarge(facts);
      case 422 -> new ClerkApiException.Unprocessable(facts);
      case 429 -> new ClerkApiException.RateLimited(facts);
      default ->
          answer.status() >= 500 && answer.status() <= 599
              ? new ClerkApiException.Server(facts)
              : new ClerkApiException.Unexpected(facts);
    };
  }

  @Override
  public ClerkException unanswered(
      Operation operation,
      String reason,
      @Nullable Throwable cause,
      boolean mayHaveBeenCarriedOut) {
    return new ClerkTransportException(operation, reason, cause, mayHaveBeenCarriedOut);
  }

  @Override
  public ClerkException unreadable(
      Operation operation, int status, String rawBody, String reason, @Nullable Throwable cause) {
    return new ClerkDecodingException(operation, status, rawBody, reason, cause);
  }
}
