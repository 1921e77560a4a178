package dev.clerkbapi.auth;

import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@link RequestAuthenticator} found: {@link SignedIn} or {@link SignedOut}. Immutable and
 * serializable.
 *
 * <pre>{@code
 * AuthResult result = authenticator.authenticate(request);
 * if (result instanceof SignedIn in && in.auth() instanceof SessionClaims session) {
 *   return greet(session.userId());
 * }
 * }</pre>
 */
public interface AuthResult extends Serializable {
  /** Returns whether somebody is signed in. */
  boolean isSignedIn();

  /**
   * Returns the kind of token that was verified, or that was expected; null if several kinds are
   * accepted, and the request had none of them.
   */
  @Nullable TokenType tokenType();

  /**
   * Returns headers to respond with, which Clerk's own SDKs send: status, reason and message, for
   * whoever has to find out why somebody is signed out. Empty for somebody who is signed in. The
   * message says how this server is configured: leave it out in production.
   */
  Map<String, String> headers();
}
