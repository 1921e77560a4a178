package dev.clerkbapi;

import org.jspecify.annotations.Nullable;

/** Takes the trace ID of a call's last answer. For the one thread that makes the call. */
final class BulkTrace {
  private @Nullable String id;

  void set(@Nullable String traceId) {
    id = traceId;
  }

  @Nullable String id() {
    return id;
  }
}
