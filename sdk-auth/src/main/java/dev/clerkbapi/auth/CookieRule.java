package dev.clerkbapi.auth;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Why a request with cookies is signed out. The first rule that applies gives the reason; the order
 * is that of Clerk's own code. For pages some of the rules lead to a redirect, with the same
 * reason; for an API they all end here.
 */
record CookieRule(AuthReason reason, Predicate<CookieRequest> applies) {
  /** These do not need the token to be verified. */
  static final List<CookieRule> BEFORE_VERIFICATION =
      List.of(
          new CookieRule(
              AuthReason.PRIMARY_RESPONDS_TO_SYNCING,
              on -> on.isDevelopment() && on.asksForSyncing()),
          new CookieRule(
              AuthReason.DEV_BROWSER_SYNC, on -> on.isDevelopment() && on.hasDevBrowserInQuery()),
          new CookieRule(
              AuthReason.DEV_BROWSER_MISSING, on -> on.isDevelopment() && !on.hasDevBrowser()),
          new CookieRule(
              AuthReason.SESSION_TOKEN_AND_UAT_MISSING,
              on -> on.clientUat() == 0 && !on.hasSession()),
          new CookieRule(AuthReason.SESSION_TOKEN_BUT_NO_CLIENT_UAT, on -> on.clientUat() == 0),
          new CookieRule(AuthReason.CLIENT_UAT_BUT_NO_SESSION_TOKEN, on -> !on.hasSession()),
          new CookieRule(AuthReason.TOKEN_INVALID, on -> on.jws() == null),
          new CookieRule(AuthReason.TOKEN_TYPE_MISMATCH, CookieRequest::isOfAnotherKind),
          new CookieRule(
              AuthReason.SESSION_TOKEN_IAT_BEFORE_CLIENT_UAT, CookieRequest::isOlderThanClientUat));

  /** These are for a good token. */
  static final List<CookieRule> AFTER_VERIFICATION =
      List.of(
          new CookieRule(
              AuthReason.PRIMARY_DOMAIN_CROSS_ORIGIN_SYNC, CookieRequest::comesFromAnotherSite));

  /** Returns the reason of the first rule that applies; null if none does. */
  static @Nullable AuthReason first(List<CookieRule> rules, CookieRequest request) {
    for (CookieRule rule : rules) {
      if (rule.applies.test(request)) {
        return rule.reason;
      }
    }
    return null;
  }
}
