package dev.clerkbapi;

import dev.clerkbapi.json.QueryParams;

/**
 * Where a stream of pages begins.
 *
 * @param limit how many elements a page has
 * @param offset how many elements are skipped first
 */
record PageWindow(long limit, long offset) {
  /** No list of BAPI has a smaller maximum. */
  private static final long DEFAULT_LIMIT = 100;

  private static final String CURSOR = "starting_after";

  static PageWindow of(QueryParams params) {
    if (params.containsKey(CURSOR)) {
      throw new IllegalArgumentException(
          CURSOR + " is for a single page; a stream pages by offset, so leave it out");
    }
    return new PageWindow(
        number(params, "limit", DEFAULT_LIMIT, 1), number(params, "offset", 0, 0));
  }

  private static long number(QueryParams params, String name, long otherwise, long least) {
    String text = params.get(name);
    if (text == null) {
      return otherwise;
    }
    long number = text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    if (number < least) {
      throw new IllegalArgumentException(name + " is " + text + "; it has to be at least " + least);
    }
    return number;
  }
}
