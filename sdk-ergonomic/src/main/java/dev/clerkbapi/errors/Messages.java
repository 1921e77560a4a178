package dev.clerkbapi.errors;

import dev.clerkbapi.internal.Answer;
import dev.clerkbapi.internal.OneLine;
import dev.clerkbapi.internal.Operation;
import org.jspecify.annotations.Nullable;

/** Writes exception messages: facts with their values, on one line, of bounded length. */
final class Messages {
  private Messages() {}

  static String of(Operation operation, String fact) {
    return OneLine.of(fact) + " (" + operation + ")";
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
      text.append(", trace ").append(OneLine.of(traceId));
    }
    if (envelope.errors().isEmpty()) {
      text.append(", ").append(OneLine.of(answer.contentType()));
    }
    return text.append(')').toString();
  }

  static @Nullable String traceId(Answer answer, Envelope envelope) {
    return envelope.traceId() != null ? envelope.traceId() : answer.ray();
  }

  private static void appendErrors(StringBuilder text, Envelope envelope) {
    ClerkError first = envelope.errors().get(0);
    text.append(' ').append(OneLine.of(first.code()));
    String said = first.longMessage().isEmpty() ? first.message() : first.longMessage();
    text.append(": ").append(OneLine.of(said));
    int more = envelope.errors().size() - 1;
    if (more > 0) {
      text.append(" and ").append(more).append(more == 1 ? " more error" : " more errors");
    }
  }
}
