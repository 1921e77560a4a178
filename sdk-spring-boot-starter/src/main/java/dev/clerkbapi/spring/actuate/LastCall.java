package dev.clerkbapi.spring.actuate;

import dev.clerkbapi.CallListener;
import dev.clerkbapi.CallReport;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers how the latest call ended. Thread-safe. */
final class LastCall implements CallListener {
  private static final int UNAUTHENTICATED = 401;
  private static final int FIRST_OF_SERVER_ERRORS = 500;

  private final Clock clock;
  private volatile @Nullable Ended last;

  LastCall(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void callEnded(CallReport report) {
    last = new Ended(report, clock.instant());
  }

  /** Returns whether Clerk's API responded to it, and took the key. */
  boolean wasServed() {
    Ended ended = last;
    int status = ended == null ? 0 : ended.report().status().orElse(0);
    return status > 0 && status < FIRST_OF_SERVER_ERRORS && status != UNAUTHENTICATED;
  }

  /** Returns what is known of it: no ID, nothing of a body. Empty if there was none. */
  Map<String, Object> details() {
    Ended ended = last;
    if (ended == null) {
      return Map.of();
    }
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("operation", ended.report().operation());
    ended.report().status().ifPresent(status -> details.put("status", status));
    ended.report().error().ifPresent(error -> details.put("error", error));
    details.put("endedAt", ended.at().toString());
    return details;
  }

  private record Ended(CallReport report, Instant at) {}
}
