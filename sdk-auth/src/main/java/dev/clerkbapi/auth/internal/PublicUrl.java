package dev.clerkbapi.auth.internal;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The URL that a browser asked for, which proxies tell in headers. It never fails: what is
 * malformed is left out. Immutable.
 */
public final class PublicUrl {
  private static final Pattern URL =
      Pattern.compile("(?i)([a-z][a-z0-9+.-]*)://([^/?#]*)([^#]*).*");
  private static final Pattern AUTHORITY =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?");

  private final String origin;
  private final String path;

  private PublicUrl(String origin, String path) {
    this.origin = origin;
    this.path = path;
  }

  /**
   * Returns the public URL of a request.
   *
   * @param forwardedProto the header {@code x-forwarded-proto}; of several values the first counts
   * @param forwardedHost the header {@code x-forwarded-host}, likewise
   * @param host the header {@code host}
   */
  public static PublicUrl of(
      String url,
      @Nullable String forwardedProto,
      @Nullable String forwardedHost,
      @Nullable String host) {
    Matcher parts = URL.matcher(url);
    if (!parts.matches()) {
      return new PublicUrl("", url);
    }
    String proto = forwardedProto == null ? parts.group(1) : first(forwardedProto);
    String authority = forwardedHost == null ? host : first(forwardedHost);
    String origin = authority == null ? null : origin(proto, authority);
    String own = origin(parts.group(1), parts.group(2));
    String path = parts.group(3);
    return new PublicUrl(
        origin != null ? origin : own != null ? own : "", path.startsWith("/") ? path : "/" + path);
  }

  private static String first(String values) {
    return values.split(",", -1)[0].strip();
  }

  /** Returns the origin of a URL; null if it has none. */
  public static @Nullable String origin(String url) {
    Matcher parts = URL.matcher(url);
    return parts.matches() ? origin(parts.group(1), parts.group(2)) : null;
  }

  private static @Nullable String origin(String scheme, String authority) {
    Matcher parts = AUTHORITY.matcher(authority);
    if (scheme.isEmpty() || !parts.matches()) {
      return null;
    }
    String lower = scheme.toLowerCase(Locale.ROOT);
    String port = parts.group(2);
    boolean standard =
        port == null
            || (lower.equals("http") && port.equals("80"))
            || (lower.equals("https") && port.equals("443"));
    return lower + "://" + parts.group(1).toLowerCase(Locale.ROOT) + (standard ? "" : ":" + port);
  }

  /** Returns scheme, host and port, such as {@code https://example.com}; empty if unknown. */
  public String origin() {
    return origin;
  }

  /** Returns whether the query has a parameter of this name that is not empty. */
  public boolean hasParameter(String name) {
    int question = path.indexOf('?');
    String query = question < 0 ? "" : path.substring(question + 1);
    for (String pair : query.split("&", -1)) {
      if (pair.startsWith(name + "=") && pair.length() > name.length() + 1) {
        return true;
      }
    }
    return false;
  }

  /** Returns the URL without its fragment. */
  @Override
  public String toString() {
    return origin + path;
  }
}
