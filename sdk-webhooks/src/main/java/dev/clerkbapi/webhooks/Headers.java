package dev.clerkbapi.webhooks;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The three headers of a delivery. Clerk sends them as {@code svix-..}; Standard Webhooks calls
 * them {@code webhook-..}.
 */
record Headers(String id, String timestamp, String signature) {
  private static final String CLERKS = "svix-";
  private static final String STANDARD = "webhook-";
  private static final String[] NAMES = {"id", "timestamp", "signature"};

  static Headers of(Function<String, @Nullable String> header) {
    @Nullable String[] clerks = values(header, CLERKS);
    if (present(clerks) == NAMES.length) {
      return of(clerks);
    }
    @Nullable String[] standard = values(header, STANDARD);
    if (present(standard) == NAMES.length) {
      return of(standard);
    }
    boolean isStandard = present(clerks) == 0 && present(standard) > 0;
    throw isStandard ? missing(STANDARD, standard) : missing(CLERKS, clerks);
  }

  private static Headers of(@Nullable String[] values) {
    return new Headers(
        requireNonNull(values[0]).strip(), requireNonNull(values[1]), requireNonNull(values[2]));
  }

  private static long present(@Nullable String[] values) {
    return Stream.of(values).filter(Objects::nonNull).count();
  }

  private static @Nullable String[] values(
      Function<String, @Nullable String> header, String prefix) {
    @Nullable String[] values = new @Nullable String[NAMES.length];
    for (int i = 0; i < NAMES.length; i++) {
      String value = header.apply(prefix + NAMES[i]);
      values[i] = value == null || value.isBlank() ? null : value;
    }
    return values;
  }

  private static WebhookVerificationException missing(String prefix, @Nullable String[] values) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < NAMES.length; i++) {
      if (values[i] == null) {
        names.append(names.isEmpty() ? "" : ", ").append(prefix).append(NAMES[i]);
      }
    }
    return new WebhookVerificationException(
        WebhookReason.MISSING_HEADERS, "missing or blank: " + names);
  }

  /** The first value of a header, whatever the case of its name. */
  static @Nullable String first(Map<String, ? extends List<String>> headers, String name) {
    for (Map.Entry<String, ? extends List<String>> header : headers.entrySet()) {
      // Some maps have the status line under the name null.
      if (name.equalsIgnoreCase(header.getKey()) && !header.getValue().isEmpty()) {
        return header.getValue().get(0);
      }
    }
    return null;
  }
}
