package dev.clerkbapi.internal.support;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which headers a caller may add. No message shows a value, which may be a secret. */
public final class HeaderRules {
  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

  private HeaderRules() {}

  /** Returns a map for headers, whose names are the same whatever their case. */
  public static Map<String, String> emptyHeaders() {
    return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  }

  /**
   * Adds a header that can be sent.
   *
   * @throws IllegalArgumentException if HTTP does not allow the name or the value, or if the SDK or
   *     the HTTP client sets this header
   */
  public static void put(Map<String, String> headers, String name, String value) {
    check(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
    headers.put(name, value);
  }

  private static void check(String name, String value) {
    if (!isToken(name)) {
      throw new IllegalArgumentException(
          "A header's name consists of letters, digits and " + TOKEN_MARKS + ", such as X-Request");
    }
    String instead = instead(name.toLowerCase(Locale.ROOT));
    if (instead != null) {
      throw new IllegalArgumentException("The header " + name + " cannot be set: " + instead);
    }
    if (!isValue(value)) {
      throw new IllegalArgumentException(
          "The value of the header "
              + name
              + " is not printable ASCII, or begins or ends with white space");
    }
  }

  private static @Nullable String instead(String name) {
    return switch (name) {
      case "authorization" -> "it carries the key, use secretKey(..) or machineSecretKey(..)";
      case "clerk-api-version" ->
          "this SDK is made for one version of the API; use the release made for another";
      case "user-agent" -> "use userAgent(..) of the client's builder";
      case "host" -> "it follows from the URL, use baseUrl(..) of the client's builder";
      case "content-type", "content-length", "content-encoding", "transfer-encoding" ->
          "it follows from the request's body";
      case "accept-encoding" -> "the HTTP client compresses and decompresses by itself";
      case "proxy-authorization" ->
          "use proxy(..) of the client's builder, or an httpClient(..) with a proxyAuthenticator";
      case "connection",
          "expect",
          "http2-settings",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "upgrade" ->
          "it is about the connection, which the HTTP client manages";
      default -> null;
    };
  }

  private static boolean isToken(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letterOrDigit =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letterOrDigit && TOKEN_MARKS.indexOf(c) < 0) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /** As RFC 9110 has it, without the bytes beyond ASCII that it calls obsolete. */
  private static boolean isValue(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '\t' && (c < ' ' || c > '~')) {
        return false;
      }
    }
    return value.equals(value.strip());
  }
}
