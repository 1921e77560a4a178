package dev.clerkbapi.auth;

import dev.clerkbapi.auth.internal.BearerToken;
import dev.clerkbapi.auth.internal.CompactJws;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who sent a request: a user, by a session token in the header or in cookies, or a
 * machine.
 *
 * <pre>{@code
 * RequestAuthenticator authenticator =
 *     RequestAuthenticator.builder()
 *         .client(clerk)
 *         .publishableKey("pk_live_...")
 *         .authorizedParties("https://app.example.com")
 *         .build();
 * AuthResult result = authenticator.authenticate(request);
 * }</pre>
 *
 * <p>It is for APIs: it never redirects. Create one and share it; it is thread-safe. It keeps the
 * keys of its instance as {@link TokenVerifier} does. A call may wait for Clerk's API: for the
 * first keys, and for each opaque token.
 *
 * <p>A token in the header {@code Authorization} goes before cookies, even if it is bad. With
 * cookies, protect what changes something against forged requests of other sites (CSRF).
 */
public final class RequestAuthenticator {
  private final Accepted accepted;
  private final SessionAuthenticator sessions;
  private final MachineVerifier machines;

  RequestAuthenticator(Accepted accepted, SessionAuthenticator sessions, MachineVerifier machines) {
    this.accepted = accepted;
    this.sessions = sessions;
    this.machines = machines;
  }

  /** Returns a builder; a key or a client must be set. */
  public static RequestAuthenticatorBuilder builder() {
    return new RequestAuthenticatorBuilder();
  }

  /**
   * Returns who sent the request, or why nobody is signed in. It throws for nothing that a request
   * contains.
   *
   * @param request such as {@code IncomingServletRequest.of(request)}
   */
  public AuthResult authenticate(IncomingRequest request) {
    String token = BearerToken.of(request.headers("authorization"));
    if (token != null) {
      return header(request, token);
    }
    if (accepted.accepts(TokenType.SESSION_TOKEN)) {
      return sessions.cookies(request);
    }
    return accepted.one()
        ? SignedOut.of(
            AuthReason.NO_TOKEN_IN_HEADER, expected(), "cookies do not count for this kind")
        : mismatch(null);
  }

  /**
   * Returns whether a request has a token in its header {@code Authorization}, good or bad, so that
   * its cookies are not looked at. Only a request without one can be forged by another site (CSRF).
   *
   * @param request such as {@code IncomingServletRequest.of(request)}
   */
  public static boolean hasTokenInHeader(IncomingRequest request) {
    return BearerToken.of(request.headers("authorization")) != null;
  }

  private AuthResult header(IncomingRequest request, String token) {
    TokenKind kind = TokenKind.of(token);
    if (accepted.onlySessions()) {
      return session(request, kind, token);
    }
    if (!accepted.accepts(kind.type())) {
      return mismatch(expected());
    }
    return kind.type() == TokenType.SESSION_TOKEN
        ? session(request, kind, token)
        : machine(kind, token);
  }

  private AuthResult session(IncomingRequest request, TokenKind kind, String token) {
    CompactJws jws = kind.jws();
    TokenClass tokenClass = jws == null ? TokenClass.SESSION : TokenClass.of(jws.header());
    boolean passes =
        tokenClass == TokenClass.SESSION
            || (tokenClass == TokenClass.MACHINE && !accepted.onlySessions()); // token-invalid
    return passes && !TokenKind.isMachineJwt(jws)
        ? sessions.header(request, jws, token)
        : mismatch(TokenType.SESSION_TOKEN);
  }

  private AuthResult machine(TokenKind kind, String token) {
    try {
      return new SignedIn(machines.verify(kind, token), token);
    } catch (TokenVerificationException e) {
      return SignedOut.of(e.reason(), kind.type(), e);
    }
  }

  private @Nullable TokenType expected() {
    return accepted.one() ? accepted.types().iterator().next() : null;
  }

  private AuthResult mismatch(@Nullable TokenType expected) {
    return SignedOut.of(
        AuthReason.TOKEN_TYPE_MISMATCH,
        expected,
        "the token is of another kind than those that are accepted here: " + accepted.types());
  }

  /** Returns which kinds of tokens it accepts. */
  @Override
  public String toString() {
    return "RequestAuthenticator" + accepted.types();
  }
}
