package dev.clerkbapi.internal.support;

/** Limits that several classes share. */
public final class Limits {
  /**
   * The number of requests that a client sends at once. With HTTP/1.1 each needs a connection, so
   * ten thousand threads would otherwise open ten thousand.
   */
  public static final int REQUESTS_AT_ONCE = 64;

  private Limits() {}
}
