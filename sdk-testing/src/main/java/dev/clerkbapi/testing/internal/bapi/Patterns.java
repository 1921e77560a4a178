package dev.clerkbapi.testing.internal.bapi;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Examples of texts that match the few kinds of pattern that BAPI's schemas have. */
final class Patterns {
  private static final Pattern ID = Pattern.compile("\\^\\(?([a-z_]+)[^{]*\\{(\\d+)}\\$");

  private Patterns() {}

  /** Returns a text that matches; a number makes IDs differ. */
  static String example(String pattern, long number) {
    Matcher id = ID.matcher(pattern);
    if (id.matches()) {
      int length = Integer.parseInt(id.group(2));
      String prefix = id.group(1).endsWith("_") ? id.group(1) : id.group(1) + "_";
      String digits = Long.toHexString(number).toUpperCase(Locale.ROOT);
      return prefix + "0".repeat(Math.max(0, length - digits.length())) + digits;
    }
    Pattern compiled = Pattern.compile(pattern);
    for (String text : new String[] {"example", "US", "oauth_google", "from_oauth_google"}) {
      if (compiled.matcher(text).matches()) {
        return text;
      }
    }
    throw new IllegalStateException("no example matches " + pattern);
  }
}
