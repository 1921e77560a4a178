package dev.clerkbapi.internal;

/** Makes a server's words fit for a message or a log: they must not forge lines there. */
public final class OneLine {
  private static final int LONGEST = 300;

  private OneLine() {}

  /** Returns the text with spaces for control characters and line breaks, cut at 300 characters. */
  public static String of(String text) {
    int length = Math.min(text.length(), LONGEST);
    StringBuilder line = new StringBuilder(length + 3);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      line.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
    }
    return length < text.length() ? line.append("...").toString() : line.toString();
  }
}
