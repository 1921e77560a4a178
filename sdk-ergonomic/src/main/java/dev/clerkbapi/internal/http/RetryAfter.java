package dev.clerkbapi.internal.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads the {@code Retry-After} header: seconds, or an HTTP date. */
final class RetryAfter {
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final int MORE_DIGITS_THAN_A_DAY = 6;

  private RetryAfter() {}

  /** Returns 0 s to 1 day; null if there is no header, or it is neither seconds nor a date. */
  static @Nullable Duration parse(@Nullable String header, Clock clock) {
    if (header == null || header.isBlank()) {
      return null;
    }
    String value = header.strip();
    return isDigits(value) ? seconds(value) : until(value, clock);
  }

  private static Duration seconds(String digits) {
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    if (digits.length() - start >= MORE_DIGITS_THAN_A_DAY) {
      return LONGEST;
    }
    return capped(Duration.ofSeconds(Long.parseLong(digits.substring(start))));
  }

  private static @Nullable Duration until(String date, Clock clock) {
    try {
      Instant then = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
      return capped(Duration.between(clock.instant(), then));
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  private static Duration capped(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }
}
