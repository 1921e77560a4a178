package dev.clerkbapi.testing.internal.json;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

final class JsonReader {
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)((?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)");
  private static final int DEEPEST = 500;

  private final String text;
  private int at;
  private int depth;

  JsonReader(String text) {
    this.text = text;
  }

  @Nullable Object document() {
    Object value = value();
    skipSpace();
    if (at < text.length()) {
      throw wrong("the end");
    }
    return value;
  }

  private @Nullable Object value() {
    skipSpace();
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    open('{');
    if (closes('}')) {
      return members;
    }
    do {
      skipSpace();
      String name = string();
      skipSpace();
      take(':');
      members.put(name, value());
    } while (continues('}'));
    return members;
  }

  private List<@Nullable Object> array() {
    List<@Nullable Object> values = new ArrayList<>();
    open('[');
    if (closes(']')) {
      return values;
    }
    do {
      values.add(value());
    } while (continues(']'));
    return values;
  }

  private String string() {
    take('"');
    StringBuilder string = new StringBuilder();
    while (true) {
      char c = next();
      if (c == '"') {
        return string.toString();
      }
      if (c < ' ') {
        throw wrong("an escape instead of a control character");
      }
      string.append(c == '\\' ? escaped() : c);
    }
  }

  private char escaped() {
    char c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw wrong("an escape");
    };
  }

  private char unicode() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(next(), 16);
      if (digit < 0) {
        throw wrong("four hexadecimal digits");
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }

  private Number number() {
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt()) {
      throw wrong("a value");
    }
    at = number.end();
    if (number.start(1) < number.end(1)) {
      return Double.valueOf(number.group());
    }
    BigInteger whole = new BigInteger(number.group());
    return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
  }

  private @Nullable Boolean word(String word, @Nullable Boolean value) {
    if (!text.startsWith(word, at)) {
      throw wrong(word);
    }
    at += word.length();
    return value;
  }

  private void open(char bracket) {
    take(bracket);
    if (++depth > DEEPEST) {
      throw wrong("less nesting");
    }
  }

  private boolean closes(char bracket) {
    skipSpace();
    if (peek() != bracket) {
      return false;
    }
    at++;
    depth--;
    return true;
  }

  private boolean continues(char bracket) {
    if (closes(bracket)) {
      return false;
    }
    take(',');
    return true;
  }

  private void take(char expected) {
    if (next() != expected) {
      at--;
      throw wrong(String.valueOf(expected));
    }
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  private char peek() {
    if (at == text.length()) {
      throw wrong("more");
    }
    return text.charAt(at);
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private JsonException wrong(String expected) {
    return new JsonException("expected " + expected + " at character " + at);
  }
}
