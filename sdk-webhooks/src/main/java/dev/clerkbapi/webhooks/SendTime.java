package dev.clerkbapi.webhooks;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;

/** Whether a delivery was sent recently, so that one which was recorded cannot be sent again. */
record SendTime(Clock clock, Duration tolerance) {
  /** A whole number, also as 18e8. */
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}([eE][0-9])?");

  /** Returns the seconds in the header, if they are near enough. */
  long check(String timestamp) {
    if (!SECONDS.matcher(timestamp).matches()) {
      throw new WebhookVerificationException(
          WebhookReason.BAD_TIMESTAMP, "the timestamp is not a whole number of seconds");
    }
    long seconds = new BigDecimal(timestamp).longValueExact();
    long age = clock.instant().getEpochSecond() - seconds;
    if (age > tolerance.toSeconds()) {
      throw refusal(WebhookReason.TOO_OLD, age, "ago");
    }
    if (-age > tolerance.toSeconds()) {
      throw refusal(WebhookReason.TOO_NEW, -age, "from now; is this machine's clock right?");
    }
    return seconds;
  }

  private WebhookVerificationException refusal(WebhookReason reason, long seconds, String when) {
    return new WebhookVerificationException(
        reason,
        "sent " + seconds + " s " + when + " (at most " + tolerance.toSeconds() + " s permitted)");
  }

  @Override
  public String toString() {
    return "tolerance=" + tolerance;
  }
}
