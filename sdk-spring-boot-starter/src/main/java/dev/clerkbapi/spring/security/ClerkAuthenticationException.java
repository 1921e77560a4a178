package dev.clerkbapi.spring.security;

import dev.clerkbapi.auth.AuthReason;
import dev.clerkbapi.auth.SignedOut;
import org.springframework.security.core.AuthenticationException;

/**
 * The token in a request's header was not accepted. The message says why, in words for logs; it
 * contains no token, but says how this server is configured.
 */
public final class ClerkAuthenticationException extends AuthenticationException {
  private static final long serialVersionUID = 1L;

  /** Its string: the reason itself is not serializable. */
  private final String reason;

  ClerkAuthenticationException(SignedOut out) {
    super(out.message(), out.cause().orElse(null));
    this.reason = out.reason().value();
  }

  /** Returns why, such as {@code token-invalid-signature}. */
  public AuthReason reason() {
    return AuthReason.of(reason);
  }
}
