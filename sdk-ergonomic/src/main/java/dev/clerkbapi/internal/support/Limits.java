package dev.clerkbapi.internal.support;

/** Numbers that more than one place keeps to. */
public final class Limits {
  /**
   * How many requests of a client are under way at once. HTTP/1.1 opens a connection for each: ten
   * thousand threads would open ten thousand.
   */
  public static final int REQUESTS_AT_ONCE = 64;

  private Limits() {}
}
