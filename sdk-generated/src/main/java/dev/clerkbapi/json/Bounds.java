package dev.clerkbapi.json;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The least and the most that BAPI documents for a value of a request: for a number itself, for the
 * length of a list or text. Checks let null pass. Immutable. For generated code.
 */
public final class Bounds {
  private final long least;
  private final long most;

  private Bounds(long least, long most) {
    this.least = least;
    this.most = most;
  }

  public static Bounds between(long least, long most) {
    return new Bounds(least, most);
  }

  public static Bounds atLeast(long least) {
    return new Bounds(least, Long.MAX_VALUE);
  }

  public static Bounds atMost(long most) {
    return new Bounds(Long.MIN_VALUE, most);
  }

  /**
   * Checks a number; {@code name} is how BAPI spells it.
   *
   * @throws IllegalArgumentException such as {@code limit must be between 1 and 500, was 501}
   */
  public void check(String name, @Nullable Number number) {
    if (number instanceof Double fraction) {
      if (fraction < least || fraction > most) {
        throw refused(name + " must be ", "", "was " + fraction);
      }
    } else if (number != null && isOutside(number.longValue())) {
      throw refused(name + " must be ", "", "was " + number);
    }
  }

  /** Checks the number of elements. */
  public void check(String name, @Nullable Collection<?> values) {
    if (values != null && isOutside(values.size())) {
      throw refused(name + " must have ", " values", "has " + values.size());
    }
  }

  /** Checks the number of characters, in which an emoji is one. */
  public void check(String name, @Nullable String text) {
    long length = text == null ? 0 : text.codePointCount(0, text.length());
    if (text != null && isOutside(length)) {
      throw refused(name + " must have ", " characters", "has " + length);
    }
  }

  /** Checks the number of characters of each text, and names the place of the first other one. */
  public void checkEach(String name, @Nullable List<String> texts) {
    for (int i = 0; texts != null && i < texts.size(); i++) {
      check(name + "[" + i + "]", texts.get(i));
    }
  }

  private boolean isOutside(long number) {
    return number < least || number > most;
  }

  private IllegalArgumentException refused(String must, String what, String actual) {
    String range = "between " + least + " and " + most;
    if (most == Long.MAX_VALUE) {
      range = "at least " + least;
    } else if (least == Long.MIN_VALUE) {
      range = "at most " + most;
    }
    return new IllegalArgumentException(must + range + what + ", " + actual);
  }
}
