package dev.clerkbapi.auth;

import dev.clerkbapi.auth.internal.CompactJws;
import dev.clerkbapi.auth.internal.PublishableKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds a user's session, in the header or in cookies. Thread-safe. */
final class SessionAuthenticator {
  private final TokenVerifier verifier;
  private final @Nullable PublishableKey key;
  private final boolean pendingIsSignedOut;

  SessionAuthenticator(
      TokenVerifier verifier, @Nullable PublishableKey key, boolean pendingIsSignedOut) {
    this.verifier = verifier;
    this.key = key;
    this.pendingIsSignedOut = pendingIsSignedOut;
  }

  /** Verifies a token of the header, whose class the caller has checked; without jws it is bad. */
  AuthResult header(IncomingRequest request, @Nullable CompactJws jws, String token) {
    CookieRequest cookies = cookieRequest(request);
    return verified(
        cookies, token, () -> jws == null ? verifier.verify(token) : verifier.verify(jws));
  }

  /** Goes through the rules for cookies. */
  AuthResult cookies(IncomingRequest request) {
    CookieRequest cookies = cookieRequest(request);
    AuthReason reason = CookieRule.first(CookieRule.BEFORE_VERIFICATION, cookies);
    if (reason != null) {
      return signedOut(reason);
    }
    CompactJws jws = Objects.requireNonNull(cookies.jws()); // The rules see to that.
    String token = Objects.requireNonNull(cookies.session());
    AuthResult session = verified(cookies, token, () -> verifier.verify(jws));
    if (session instanceof SignedIn) {
      reason = CookieRule.first(CookieRule.AFTER_VERIFICATION, cookies);
    }
    return reason == null ? session : signedOut(reason);
  }

  private static AuthResult signedOut(AuthReason reason) {
    return SignedOut.of(reason, TokenType.SESSION_TOKEN, "by the cookies of the request");
  }

  private CookieRequest cookieRequest(IncomingRequest request) {
    return new CookieRequest(request, key, verifier.claims().clock().instant());
  }

  private interface Verification {
    SessionClaims run();
  }

  private AuthResult verified(CookieRequest cookies, String token, Verification verification) {
    SessionClaims session;
    try {
      session = verification.run();
    } catch (TokenVerificationException e) {
      return SignedOut.of(reason(e.reason(), cookies), TokenType.SESSION_TOKEN, e);
    }
    return session.isPending() && pendingIsSignedOut
        ? SignedOut.pending(session)
        : new SignedIn(session, token);
  }

  /** Of an expired token, the reason says why it cannot be refreshed. */
  private static AuthReason reason(AuthReason reason, CookieRequest cookies) {
    if (reason.equals(AuthReason.TOKEN_NOT_ACTIVE_YET)) {
      return AuthReason.SESSION_TOKEN_NBF;
    }
    if (reason.equals(AuthReason.TOKEN_IAT_IN_THE_FUTURE)) {
      return AuthReason.SESSION_TOKEN_IAT_IN_THE_FUTURE;
    }
    if (!reason.equals(AuthReason.TOKEN_EXPIRED)) {
      return reason;
    }
    if (!cookies.isGet()) {
      return AuthReason.SESSION_TOKEN_EXPIRED_NON_GET;
    }
    return cookies.hasRefreshCookie()
        ? AuthReason.SESSION_TOKEN_EXPIRED
        : AuthReason.SESSION_TOKEN_EXPIRED_NO_REFRESH_COOKIE;
  }
}
