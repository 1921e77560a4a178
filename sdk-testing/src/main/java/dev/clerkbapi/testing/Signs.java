package dev.clerkbapi.testing;

/** The {@code +} or {@code -} before a value of a query. */
final class Signs {
  private Signs() {}

  /** A space is a {@code +} that the caller did not escape. */
  static String withoutPlus(String value) {
    return value.startsWith("+") || value.startsWith(" ") ? value.substring(1) : value;
  }
}
