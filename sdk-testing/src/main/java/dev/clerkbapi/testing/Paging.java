package dev.clerkbapi.testing;

import java.util.stream.Stream;

/** The part of a list that a request asks for. */
record Paging(int offset, int limit) {
  private static final int MOST = 500;
  private static final int DEFAULT = 10;

  /** Refuses a parameter that is not what BAPI's description allows. */
  static Paging of(Query query) {
    return new Paging(
        number(query, "offset", 0, 0, Integer.MAX_VALUE), number(query, "limit", DEFAULT, 1, MOST));
  }

  <T> Stream<T> of(Stream<T> all) {
    return all.skip(offset).limit(limit);
  }

  private static int number(Query query, String name, int otherwise, int least, int most) {
    String text = query.first(name).orElse(Integer.toString(otherwise));
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below.
    }
    throw Refusal.invalid(
        "form_param_value_invalid",
        name,
        name + " is from " + least + " to " + most + ", not \"" + text + "\"");
  }
}
