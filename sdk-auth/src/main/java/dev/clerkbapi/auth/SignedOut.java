package dev.clerkbapi.auth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request without a good token, or with one that could not be verified. Immutable. */
public final class SignedOut implements AuthResult {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_HEADER = 1000;

  private final AuthReason reason;
  private final @Nullable TokenType tokenType;
  private final String message;
  private final AuthReason.@Nullable Fate fate;
  private final @Nullable Throwable cause;
  private final @Nullable String sessionStatus;

  private SignedOut(
      AuthReason reason,
      @Nullable TokenType tokenType,
      String message,
      AuthReason.@Nullable Fate fate,
      @Nullable Throwable cause,
      @Nullable String sessionStatus) {
    this.reason = reason;
    this.tokenType = tokenType;
    this.message = message;
    this.fate = fate;
    this.cause = cause;
    this.sessionStatus = sessionStatus;
  }

  /**
   * Returns a result; for tests of your own code, too.
   *
   * @param reason such as {@link AuthReason#TOKEN_EXPIRED}
   * @param expected the kind of token that was expected; null if there are several
   * @param message a sentence without anything secret, such as {@code it expired 72 s ago}
   */
  public static SignedOut of(AuthReason reason, @Nullable TokenType expected, String message) {
    return new SignedOut(reason, expected, reason + ": " + message, null, null, null);
  }

  /** The reason may be another one than that of the exception, whose message stays. */
  static SignedOut of(AuthReason reason, TokenType expected, TokenVerificationException refusal) {
    return new SignedOut(
        reason,
        expected,
        String.valueOf(refusal.getMessage()),
        refusal.reason().fate(),
        refusal.getCause(),
        null);
  }

  static SignedOut pending(SessionClaims session) {
    return new SignedOut(
        AuthReason.SESSION_PENDING,
        TokenType.SESSION_TOKEN,
        AuthReason.SESSION_PENDING
            + ": the user has to finish a task first, such as choosing an"
            + " organization",
        null,
        null,
        session.status());
  }

  @Override
  public boolean isSignedIn() {
    return false;
  }

  @Override
  public @Nullable TokenType tokenType() {
    return tokenType;
  }

  /** Returns why nobody is signed in. */
  public AuthReason reason() {
    return reason;
  }

  /**
   * Returns whose turn it is. Respond with its {@code status()}: a caller must not be turned away
   * with 401 because Clerk's API did not respond.
   */
  public AuthReason.Fate fate() {
    return fate == null ? reason.fate() : fate;
  }

  /** Returns why, and what to do, in words for a log; never a token, a cookie or a key. */
  public String message() {
    return message;
  }

  /** Returns the failure of the call to Clerk's API, if that is why. */
  public Optional<Throwable> cause() {
    return Optional.ofNullable(cause);
  }

  /** Returns {@code pending} for a session that does not count as signed in; otherwise null. */
  public @Nullable String sessionStatus() {
    return sessionStatus;
  }

  @Override
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("x-clerk-auth-status", "signed-out");
    headers.put("x-clerk-auth-reason", reason.value());
    boolean fits = message.chars().allMatch(c -> c >= ' ' && c <= '~');
    if (fits && message.length() <= LONGEST_HEADER) {
      headers.put("x-clerk-auth-message", message);
    }
    return headers;
  }

  /** Returns the {@link #message()}. */
  @Override
  public String toString() {
    return "SignedOut[" + message + "]";
  }
}
