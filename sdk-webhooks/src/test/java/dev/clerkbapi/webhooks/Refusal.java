package dev.clerkbapi.webhooks;

import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a verifier throws. */
final class Refusal {
  private Refusal() {}

  static WebhookVerificationException refusal(ThrowingCallable verification) {
    Throwable thrown = catchThrowable(verification);
    if (thrown instanceof WebhookVerificationException refusal) {
      return refusal;
    }
    throw new AssertionError("not refused as it should be", thrown);
  }
}
