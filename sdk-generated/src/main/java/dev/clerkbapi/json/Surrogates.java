package dev.clerkbapi.json;

/**
 * Finds halves of surrogate pairs, which occur where a string was cut. JSON can escape them, but
 * UTF-8 cannot encode them: each would be sent as a question mark.
 */
final class Surrogates {
  private static final char REPLACEMENT = '\uFFFD';

  private Surrogates() {}

  /** Returns the index of the first half without its other half; -1 if there is none. */
  static int half(CharSequence text) {
    return half(text, 0);
  }

  /** Returns the text with U+FFFD for each half, as UTF-8 decoders replace invalid input. */
  static String mended(String text) {
    int first = half(text);
    if (first < 0) {
      return text;
    }
    StringBuilder mended = new StringBuilder(text);
    for (int i = first; i >= 0; i = half(mended, i + 1)) {
      mended.setCharAt(i, REPLACEMENT);
    }
    return mended.toString();
  }

  private static int half(CharSequence text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!isPair(text, i)) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  private static boolean isPair(CharSequence text, int i) {
    return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
  }
}
