package dev.clerkbapi.errors;

import dev.clerkbapi.internal.Answer;
import dev.clerkbapi.internal.Operation;
import org.jspecify.annotations.Nullable;

/** Writes exception messages: facts with their values, on one line, of bounded length. */
final class Messages {
  private static final int LONGEST_TEXT = 300;

  private Messages() {}

  static String of(Operation operation, String fact) {
    return oneLine(fact) + " (" + operation + ")";
  }

  static String of(Operation operation, Answer answer, Envelope envelope) {
    StringBuilder text = new StringBuilder(160).append(answer.status());
    if (envelope.errors().isEmpty()) {
      text.append(" without an error envelope");
    } else {
      appendErrors(text, envelope);
    }
    text.append(" (").append(operation);
    String traceId = traceId(answer, envelope);
    if (traceId != null) {
      text.append(", trace ").append(oneLine(traceId));
    }
    if (envelope.errors().isEmpty()) {
      text.append(", ").append(oneLine(answer.contentType()));
    }
    return text.append(')').toString();
  }

  static @Nullable String traceId(Answer answer, Envelope envelope) {
    return envelope.traceId() != null ? envelope.traceId() : answer.ray();
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

  /** A server's words must not forge lines in a log. */
  private static String oneLine(String text) {
    int length = Math.min(text.length(), LONGEST_TEXT);
    StringBuilder line = new StringBuilder(length + 3);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      line.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
    }
    return length < text.length() ? line.append("...").toString() : line.toString();
  }
}
