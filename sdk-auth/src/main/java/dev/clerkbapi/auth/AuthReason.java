package dev.clerkbapi.auth;

import dev.clerkbapi.json.OpenEnum;

/**
 * Why a token was refused, or nobody is signed in, in the words of Clerk's own SDKs, so that its
 * documentation and support can be searched for it. {@link #fate()} says whose turn it is.
 *
 * <p>Compare with {@code equals}; later versions may have more reasons.
 */
public final class AuthReason extends OpenEnum {
  /** The token is too old; the caller gets a new one from Clerk. */
  public static final AuthReason TOKEN_EXPIRED = new AuthReason("token-expired");

  /** It is no token of the kind that is expected: its form, type or class is wrong. */
  public static final AuthReason TOKEN_INVALID = new AuthReason("token-invalid");

  /** It is not signed with RS256, the only algorithm that Clerk uses. */
  public static final AuthReason TOKEN_INVALID_ALGORITHM =
      new AuthReason("token-invalid-algorithm");

  /** Its {@code azp}, the origin for which it was made, is absent or not an authorized party. */
  public static final AuthReason TOKEN_INVALID_AUTHORIZED_PARTIES =
      new AuthReason("token-invalid-authorized-parties");

  /** It was changed, or signed with another key. */
  public static final AuthReason TOKEN_INVALID_SIGNATURE =
      new AuthReason("token-invalid-signature");

  /** Its {@code nbf} is in the future: the clock of this machine is behind. */
  public static final AuthReason TOKEN_NOT_ACTIVE_YET = new AuthReason("token-not-active-yet");

  /** Its {@code iat} is in the future: the clock of this machine is behind. */
  public static final AuthReason TOKEN_IAT_IN_THE_FUTURE =
      new AuthReason("token-iat-in-the-future");

  /** A claim is missing, has a wrong type, or names another audience. */
  public static final AuthReason TOKEN_VERIFICATION_FAILED =
      new AuthReason("token-verification-failed");

  /** Clerk's API refused the client's secret key. */
  public static final AuthReason SECRET_KEY_INVALID = new AuthReason("secret-key-invalid");

  /** The instance has no key with the token's {@code kid}; often it is another instance's token. */
  public static final AuthReason JWK_KID_MISMATCH = new AuthReason("jwk-kid-mismatch");

  /** The API did not respond with the instance's keys. */
  public static final AuthReason JWK_REMOTE_FAILED_TO_LOAD =
      new AuthReason("jwk-remote-failed-to-load");

  /** The API responded with keys, none of which can be used. */
  public static final AuthReason JWK_REMOTE_INVALID = new AuthReason("jwk-remote-invalid");

  /** There is no key to verify JWTs with: the client has only the secret key of a machine. */
  public static final AuthReason JWK_FAILED_TO_RESOLVE = new AuthReason("jwk-failed-to-resolve");

  /** The token is of a kind that is not accepted here, such as an API key or a template's JWT. */
  public static final AuthReason TOKEN_TYPE_MISMATCH = new AuthReason("token-type-mismatch");

  /** The request has no {@code Authorization} header with a token, and cookies do not count. */
  public static final AuthReason NO_TOKEN_IN_HEADER = new AuthReason("No token in header");

  /** Clerk's API responded to the verification of an opaque token with an error, or not at all. */
  public static final AuthReason UNEXPECTED_ERROR = new AuthReason("unexpected-error");

  /** The browser has no session. */
  public static final AuthReason SESSION_TOKEN_AND_UAT_MISSING =
      new AuthReason("session-token-and-uat-missing");

  /** A session cookie without {@code __client_uat}: signed out, which the token does not know. */
  public static final AuthReason SESSION_TOKEN_BUT_NO_CLIENT_UAT =
      new AuthReason("session-token-but-no-client-uat");

  /** The browser was signed in, but its session cookie is missing. */
  public static final AuthReason CLIENT_UAT_BUT_NO_SESSION_TOKEN =
      new AuthReason("client-uat-but-no-session-token");

  /** The session cookie is older than the last sign-in or sign-out of its browser. */
  public static final AuthReason SESSION_TOKEN_IAT_BEFORE_CLIENT_UAT =
      new AuthReason("session-token-iat-before-client-uat");

  /** The session token has expired, and the request has a refresh cookie; pages could use that. */
  public static final AuthReason SESSION_TOKEN_EXPIRED = new AuthReason("session-token-expired");

  /** The session token has expired, and the request is not a GET. */
  public static final AuthReason SESSION_TOKEN_EXPIRED_NON_GET =
      new AuthReason("session-token-expired-refresh-non-eligible-non-get");

  /** The session token has expired, and the request has no refresh cookie. */
  public static final AuthReason SESSION_TOKEN_EXPIRED_NO_REFRESH_COOKIE =
      new AuthReason("session-token-expired-refresh-non-eligible-no-refresh-cookie");

  /** The session token's {@code nbf} is in the future: the clock of this machine is behind. */
  public static final AuthReason SESSION_TOKEN_NBF = new AuthReason("session-token-nbf");

  /** The session token's {@code iat} is in the future: the clock of this machine is behind. */
  public static final AuthReason SESSION_TOKEN_IAT_IN_THE_FUTURE =
      new AuthReason("session-token-iat-in-the-future");

  /** A development instance, and the request has no development browser token. */
  public static final AuthReason DEV_BROWSER_MISSING = new AuthReason("dev-browser-missing");

  /** A development instance, whose browser token arrives in the query. */
  public static final AuthReason DEV_BROWSER_SYNC = new AuthReason("dev-browser-sync");

  /** A development instance, and a satellite domain asks for its state. */
  public static final AuthReason PRIMARY_RESPONDS_TO_SYNCING =
      new AuthReason("primary-responds-to-syncing");

  /** A page that was reached from another domain, with a session cookie. */
  public static final AuthReason PRIMARY_DOMAIN_CROSS_ORIGIN_SYNC =
      new AuthReason("primary-domain-cross-origin-sync");

  /** The user is signed in, but has a task to finish first. A reason of this SDK alone. */
  public static final AuthReason SESSION_PENDING = new AuthReason("session-pending");

  private static final AuthReason[] KNOWN_VALUES = {
    TOKEN_EXPIRED,
    TOKEN_INVALID,
    TOKEN_INVALID_ALGORITHM,
    TOKEN_INVALID_AUTHORIZED_PARTIES,
    TOKEN_INVALID_SIGNATURE,
    TOKEN_NOT_ACTIVE_YET,
    TOKEN_IAT_IN_THE_FUTURE,
    TOKEN_VERIFICATION_FAILED,
    SECRET_KEY_INVALID,
    JWK_KID_MISMATCH,
    JWK_REMOTE_FAILED_TO_LOAD,
    JWK_REMOTE_INVALID,
    JWK_FAILED_TO_RESOLVE,
    TOKEN_TYPE_MISMATCH,
    NO_TOKEN_IN_HEADER,
    UNEXPECTED_ERROR,
    SESSION_TOKEN_AND_UAT_MISSING,
    SESSION_TOKEN_BUT_NO_CLIENT_UAT,
    CLIENT_UAT_BUT_NO_SESSION_TOKEN,
    SESSION_TOKEN_IAT_BEFORE_CLIENT_UAT,
    SESSION_TOKEN_EXPIRED,
    SESSION_TOKEN_EXPIRED_NON_GET,
    SESSION_TOKEN_EXPIRED_NO_REFRESH_COOKIE,
    SESSION_TOKEN_NBF,
    SESSION_TOKEN_IAT_IN_THE_FUTURE,
    DEV_BROWSER_MISSING,
    DEV_BROWSER_SYNC,
    PRIMARY_RESPONDS_TO_SYNCING,
    PRIMARY_DOMAIN_CROSS_ORIGIN_SYNC,
    SESSION_PENDING,
  };

  private static final long serialVersionUID = 1L;

  private AuthReason(String value) {
    super(value);
  }

  private Object readResolve() {
    return of(value());
  }

  /**
   * Returns the constant with this value, or a new one for a value that this SDK does not know.
   *
   * @param value such as {@code token-expired}
   */
  public static AuthReason of(String value) {
    AuthReason known = find(KNOWN_VALUES, value);
    return known != null ? known : new AuthReason(value);
  }

  /** Returns who has to do something about it. */
  public Fate fate() {
    return switch (value()) {
      case "secret-key-invalid", "jwk-failed-to-resolve" -> Fate.CONFIGURATION;
      case "jwk-remote-failed-to-load", "jwk-remote-invalid", "unexpected-error" ->
          Fate.UNAVAILABLE;
      default -> Fate.CALLER;
    };
  }

  /** Who has to do something about a refused token. Later versions may have more. */
  public enum Fate {
    /** Whoever sent the request: it has no good token. Respond with {@code 401}. */
    CALLER(401),

    /** Whoever runs this server: it is not set up well. Respond with {@code 500}. */
    CONFIGURATION(500),

    /** Nobody here: Clerk's API could not be reached. Respond with {@code 503}; it may pass. */
    UNAVAILABLE(503);

    private final int status;

    Fate(int status) {
      this.status = status;
    }

    /** Returns the HTTP status to respond with, such as {@code 401}. */
    public int status() {
      return status;
    }
  }
}
