package dev.clerkbapi.auth;

import java.util.List;
import java.util.Map;

/**
 * What of a request is needed to see who sent it. For a framework that has no adapter here,
 * implement these three methods. The body is never needed.
 *
 * @see #of(String, String, Map)
 * @see IncomingServletRequest
 * @see IncomingExchange
 */
public interface IncomingRequest {
  /** Returns the method, such as {@code GET}. */
  String method();

  /** Returns the whole URL as this server sees it, such as {@code http://localhost:8080/me?x=1}. */
  String url();

  /**
   * Returns the values of a header, one for each time that it was sent; empty if it was not.
   *
   * @param name such as {@code cookie}; upper and lower case are the same
   */
  List<String> headers(String name);

  /**
   * Returns a request from its parts.
   *
   * @param method such as {@code GET}
   * @param url such as {@code http://localhost:8080/me}
   * @param headers by name, in any case; they are copied
   */
  static IncomingRequest of(String method, String url, Map<String, List<String>> headers) {
    return new HeaderMapRequest(method, url, headers);
  }
}
