package dev.clerkbapi.auth;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A token was not accepted. The message says why and what to do about it, in words for logs; do not
 * send it to the caller in production. It never contains the token, a key or a cookie.
 *
 * <p>Respond with {@code reason().fate().status()}: 401 if it is the caller's fault, 500 if ours,
 * 503 if Clerk's API could not be reached.
 */
public final class TokenVerificationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Its string: the reason itself is not serializable. */
  private final String reason;

  /**
   * For tests of your own code, and for verifiers of your own.
   *
   * @param reason such as {@link AuthReason#TOKEN_EXPIRED}
   * @param detail a sentence without anything secret, such as {@code it expired 72 s ago}
   */
  public TokenVerificationException(AuthReason reason, String detail) {
    this(reason, detail, null);
  }

  TokenVerificationException(AuthReason reason, String detail, @Nullable Throwable cause) {
    // A refusal is everyday life, and its stack says nothing; that of a failed call is the cause's.
    super(reason.value() + ": " + Objects.requireNonNull(detail, "detail"), cause, false, false);
    this.reason = reason.value();
  }

  /** Returns why the token was refused. */
  public AuthReason reason() {
    return AuthReason.of(reason);
  }
}
