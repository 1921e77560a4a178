package dev.clerkbapi;

import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkDecodingException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** All text that an exception shows, with its causes and those that it suppressed. */
final class Said {
  private final StringWriter text = new StringWriter();
  private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private Said() {}

  static String by(Throwable thrown) {
    Said said = new Said();
    said.add(thrown);
    return said.text.toString();
  }

  private void add(Throwable thrown) {
    if (thrown == null || !seen.add(thrown)) {
      return;
    }
    thrown.printStackTrace(new PrintWriter(text));
    text.append(thrown + " " + thrown.getMessage() + " " + thrown.getLocalizedMessage());
    if (thrown instanceof ClerkApiException e) {
      text.append(e.errors() + " " + e.traceId());
      e.errors().forEach(error -> text.append(error.longMessage() + error.meta()));
    } else if (thrown instanceof ClerkDecodingException e) {
      text.append(e.rawBody());
    }
    add(thrown.getCause());
    for (Throwable suppressed : thrown.getSuppressed()) {
      add(suppressed);
    }
  }
}
