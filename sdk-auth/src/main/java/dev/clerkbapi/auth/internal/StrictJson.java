package dev.clerkbapi.auth.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON of a token, exactly as RFC 8259 has it: no comments, no NaN, nothing after the
 * value. It also refuses two members with one name, because two readers of a token would then
 * disagree about what it says.
 *
 * <p>Values are {@code String}, {@code Boolean}, null, the numbers of {@link JsonNumber}, and
 * unmodifiable lists and maps of these.
 */
public final class StrictJson {
  /** Reading an object or a list calls itself. */
  private static final int MAX_DEPTH = 100;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String text;
  private int at;
  private int depth;

  private StrictJson(String text) {
    this.text = text;
  }

  /**
   * Returns the value of a whole text. A byte order mark before it is skipped, as RFC 8259 allows.
   */
  public static @Nullable Object parse(String text) throws MalformedException {
    StrictJson json = new StrictJson(text);
    if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
      json.at++;
    }
    json.skipSpace();
    Object value = json.value();
    json.skipSpace();
    if (json.at < text.length()) {
      throw new MalformedException("there is more after its JSON");
    }
    return value;
  }

  private @Nullable Object value() throws MalformedException {
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", Boolean.TRUE);
      case 'f' -> word("false", Boolean.FALSE);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> object() throws MalformedException {
    deeper();
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    at++;
    skipSpace();
    if (!skip('}')) {
      do {
        skipSpace();
        member(members);
        skipSpace();
      } while (skip(','));
      expect('}');
    }
    depth--;
    return Collections.unmodifiableMap(members);
  }

  private void member(Map<String, @Nullable Object> members) throws MalformedException {
    String name = string();
    skipSpace();
    expect(':');
    skipSpace();
    int before = members.size();
    members.put(name, value());
    if (members.size() == before) {
      throw new MalformedException("its JSON has a member twice");
    }
  }

  private List<@Nullable Object> array() throws MalformedException {
    deeper();
    List<@Nullable Object> items = new ArrayList<>(4);
    at++;
    skipSpace();
    if (!skip(']')) {
      do {
        skipSpace();
        items.add(value());
        skipSpace();
      } while (skip(','));
      expect(']');
    }
    depth--;
    return Collections.unmodifiableList(items);
  }

  private String string() throws MalformedException {
    if (peek() != '"') {
      throw notJson();
    }
    int end = JsonString.end(text, at + 1);
    String value = JsonString.value(text, at + 1, end);
    at = end + 1;
    return value;
  }

  private Number number() throws MalformedException {
    int end = JsonNumber.end(text, at);
    Number value = JsonNumber.value(text, at, end);
    at = end;
    return value;
  }

  private @Nullable Object word(String word, @Nullable Boolean value) throws MalformedException {
    if (!text.startsWith(word, at)) {
      throw notJson();
    }
    at += word.length();
    return value;
  }

  private void deeper() throws MalformedException {
    if (++depth > MAX_DEPTH) {
      throw new MalformedException("its JSON is more than " + MAX_DEPTH + " levels deep");
    }
  }

  private void skipSpace() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private char peek() throws MalformedException {
    if (at >= text.length()) {
      throw notJson();
    }
    return text.charAt(at);
  }

  private boolean skip(char wanted) {
    boolean found = at < text.length() && text.charAt(at) == wanted;
    if (found) {
      at++;
    }
    return found;
  }

  private void expect(char wanted) throws MalformedException {
    if (!skip(wanted)) {
      throw notJson();
    }
  }

  static MalformedException notJson() {
    return new MalformedException("a part of it is not JSON");
  }
}
