package dev.clerkbapi.auth.internal;

/** The strings of JSON. */
final class JsonString {
  private static final char FIRST_PRINTABLE = ' ';
  private static final int HEX_DIGITS = 4;
  private static final char REPLACEMENT = '\uFFFD';

  private JsonString() {}

  /**
   * Returns the index of the quotation mark that ends the string whose first character is given.
   */
  static int end(String text, int from) throws MalformedException {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        return i;
      }
      if (c < FIRST_PRINTABLE) {
        throw StrictJson.notJson();
      }
      if (c == '\\') {
        i++;
      }
    }
    throw StrictJson.notJson();
  }

  /**
   * Returns the string between two indices. Half of a surrogate pair, as an escape can spell it,
   * becomes U+FFFD, as everywhere in this SDK: it comes from text that was cut, and is no reason to
   * turn its user away.
   */
  static String value(String text, int from, int end) throws MalformedException {
    if (!hasEscape(text, from, end)) {
      return text.substring(from, end);
    }
    StringBuilder value = new StringBuilder(end - from);
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        value.append(c);
      } else if (text.charAt(++i) == 'u') {
        value.append(hex(text, i + 1, end));
        i += HEX_DIGITS;
      } else {
        value.append(unescaped(text.charAt(i)));
      }
    }
    return mended(value);
  }

  /** {@code indexOf} would look on to the end of the text, for each string again. */
  private static boolean hasEscape(String text, int from, int end) {
    for (int i = from; i < end; i++) {
      if (text.charAt(i) == '\\') {
        return true;
      }
    }
    return false;
  }

  private static char unescaped(char c) throws MalformedException {
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> throw StrictJson.notJson();
    };
  }

  private static char hex(String text, int from, int end) throws MalformedException {
    if (from + HEX_DIGITS > end) {
      throw StrictJson.notJson();
    }
    int code = 0;
    for (int i = from; i < from + HEX_DIGITS; i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw StrictJson.notJson();
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }

  private static String mended(StringBuilder value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean pair = i + 1 < value.length() && Character.isSurrogatePair(c, value.charAt(i + 1));
      if (pair) {
        i++;
      } else if (Character.isSurrogate(c)) {
        value.setCharAt(i, REPLACEMENT);
      }
    }
    return value.toString();
  }
}
