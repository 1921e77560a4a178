package dev.clerkbapi.json;

/**
 * Halves of surrogate pairs that stand alone, as where a string was cut. JSON can spell them, but
 * UTF-8 cannot hold them: written as they are, each would become a question mark.
 */
final class Surrogates {
  private static final char REPLACEMENT = '\uFFFD';

  private Surrogates() {}

  /** The index of the first half that stands alone; -1 where there is none. */
  static int half(CharSequence text) {
    return half(text, 0);
  }

  /** The text with U+FFFD for each half, as decoders of UTF-8 treat what is no character. */
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
