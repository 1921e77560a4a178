package dev.clerkbapi.errors;

import java.util.StringJoiner;

/** Formats exception messages: facts with their values, on one line of limited length. */
final class Messages {
  private static final int LONGEST = 300;

  private Messages() {}

  static String of(ClerkException.Builder<?> call, String fact) {
    String operation = call.operation();
    return operation.isEmpty() ? oneLine(fact) : oneLine(fact) + " (" + operation + ")";
  }

  static String of(ClerkApiException.Builder response) {
    StringBuilder text = new StringBuilder(160).append(response.status);
    boolean hasEnvelope = !response.envelope.errors().isEmpty();
    if (hasEnvelope) {
      appendErrors(text, response.envelope);
    } else {
      text.append(" without an error envelope");
    }
    String details = details(response, hasEnvelope);
    return details.isEmpty() ? text.toString() : text + " (" + details + ")";
  }

  /** Returns operation, trace ID and content type, as far as they are known and of use. */
  private static String details(ClerkApiException.Builder response, boolean hasEnvelope) {
    StringJoiner details = new StringJoiner(", ");
    if (!response.operation().isEmpty()) {
      details.add(response.operation());
    }
    String traceId = response.traceId();
    if (traceId != null) {
      details.add("trace " + traceId);
    }
    if (!hasEnvelope) {
      details.add(oneLine(response.contentType));
    }
    return details.toString();
  }

  /**
   * Returns the text with spaces for control characters and line breaks, cut at 300 characters, so
   * that a server cannot forge lines of a log.
   */
  static String oneLine(String text) {
    int length = Math.min(text.length(), LONGEST);
    StringBuilder line = new StringBuilder(length + 3);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      line.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
    }
    return length < text.length() ? line.append("...").toString() : line.toString();
  }

  private static void appendErrors(StringBuilder text, Envelope envelope) {
    ClerkError first = envelope.errors().get(0);
    text.append(' ').append(oneLine(first.code()));
    String said = first.longMessage().isEmpty() ? first.message() : first.longMessage();
    text.append(": ").append(oneLine(said));
    int more = envelope.errors().size() - 1;
    if (more > 0) {
      text.append(" and ").append(more).append(more == 1 ? " more error" : " more errors");
    }
  }
}
