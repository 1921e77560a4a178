package dev.clerkbapi.auth;

import dev.clerkbapi.auth.internal.CompactJws;
import dev.clerkbapi.auth.internal.Cookies;
import dev.clerkbapi.auth.internal.PublicUrl;
import dev.clerkbapi.auth.internal.PublishableKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request without a token in its header, as the rules for cookies look at it. */
final class CookieRequest {
  private static final String DEV_BROWSER = "__clerk_db_jwt";
  private static final String REDIRECT_URL = "__clerk_redirect_url";
  private static final String REDIRECT_COUNT = "__clerk_redirect_count";
  private static final String REFRESH = "__refresh";

  private final IncomingRequest request;
  private final @Nullable PublishableKey key;
  private final Cookies cookies;
  private final boolean suffixed;
  private final PublicUrl url;
  private final @Nullable String session;
  private final @Nullable CompactJws jws;

  CookieRequest(IncomingRequest request, @Nullable PublishableKey key, Instant now) {
    this.request = request;
    this.key = key;
    this.cookies = Cookies.of(request.headers("cookie"));
    this.suffixed = key != null && new CookieChoice(cookies, key, now).isSuffixed();
    this.url =
        PublicUrl.of(
            request.url(), header("x-forwarded-proto"), header("x-forwarded-host"), header("host"));
    this.session = cookie(CookieChoice.SESSION);
    this.jws = session == null ? null : TokenKind.jwsOrNull(session);
  }

  boolean usesSuffix() {
    return suffixed;
  }

  @Nullable String session() {
    return session;
  }

  boolean hasSession() {
    return session != null;
  }

  /** The session cookie taken apart; null if it is unreadable. */
  @Nullable CompactJws jws() {
    return jws;
  }

  boolean isDevelopment() {
    return key != null && key.isDevelopment();
  }

  boolean hasDevBrowserInQuery() {
    return url.hasParameter(DEV_BROWSER);
  }

  boolean hasDevBrowser() {
    return hasDevBrowserInQuery() || cookie(DEV_BROWSER) != null;
  }

  boolean asksForSyncing() {
    return url.hasParameter(REDIRECT_URL);
  }

  boolean hasRefreshCookie() {
    return key != null && cookies.get(REFRESH + "_" + key.suffix()) != null;
  }

  boolean isGet() {
    return request.method().equals("GET");
  }

  /** When this browser last signed in or out, in seconds; 0 if it is signed out, or unknown. */
  long clientUat() {
    String value = cookie(CookieChoice.CLIENT_UAT);
    boolean number = value != null && value.matches("[0-9]{1,15}");
    return number ? Long.parseLong(value) : 0;
  }

  boolean isOlderThanClientUat() {
    Long issued = jws == null ? null : UnixTime.secondsOrNull(claims(jws).get("iat"));
    return issued != null && issued < clientUat();
  }

  boolean isOfAnotherKind() {
    return jws != null
        && (TokenKind.isMachineJwt(jws) || TokenClass.of(jws.header()) != TokenClass.SESSION);
  }

  /** A page that was reached from another site than this one and Clerk's own pages. */
  boolean comesFromAnotherSite() {
    return isGet()
        && "document".equals(header("sec-fetch-dest"))
        && Referrer.isForeign(header("referer"), url.origin(), key)
        && isFirstRedirect();
  }

  private boolean isFirstRedirect() {
    String count = cookies.get(REDIRECT_COUNT);
    return count == null || count.equals("0");
  }

  PublicUrl url() {
    return url;
  }

  private static Map<String, @Nullable Object> claims(CompactJws jws) {
    return TokenKind.claims(jws);
  }

  private @Nullable String cookie(String name) {
    return cookies.get(suffixed && key != null ? name + "_" + key.suffix() : name);
  }

  private @Nullable String header(String name) {
    List<String> values = request.headers(name);
    return values.isEmpty() ? null : values.get(0);
  }
}
