package dev.clerkbapi.testing.internal.json;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

final class JsonWriter {
  private static final String HEX = "0123456789abcdef";

  private JsonWriter() {}

  static void write(StringBuilder out, @Nullable Object value) {
    if (value instanceof CharSequence text) {
      string(out, text);
    } else if (value instanceof Map<?, ?> map) {
      object(out, map);
    } else if (value instanceof Iterable<?> list) {
      array(out, list.iterator());
    } else if (value == null || value instanceof Boolean || isFinite(value)) {
      out.append(value);
    } else {
      throw new IllegalArgumentException(
          "no value of JSON: " + value + " of " + value.getClass().getName());
    }
  }

  private static boolean isFinite(Object value) {
    return value instanceof Number number && Double.isFinite(number.doubleValue());
  }

  private static void object(StringBuilder out, Map<?, ?> map) {
    out.append('{');
    String separator = "";
    for (Map.Entry<?, ?> member : map.entrySet()) {
      out.append(separator);
      string(out, String.valueOf(member.getKey()));
      out.append(':');
      write(out, member.getValue());
      separator = ",";
    }
    out.append('}');
  }

  private static void array(StringBuilder out, Iterator<?> values) {
    out.append('[');
    String separator = "";
    while (values.hasNext()) {
      out.append(separator);
      write(out, values.next());
      separator = ",";
    }
    out.append(']');
  }

  private static void string(StringBuilder out, CharSequence text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        // Surrogates too: a lone one has no form in UTF-8.
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(HEX.charAt((c >> shift) & 15));
        }
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
