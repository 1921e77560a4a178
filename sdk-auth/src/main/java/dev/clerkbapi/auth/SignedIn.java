package dev.clerkbapi.auth;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A request with a good token. Immutable; serialized, it contains the token. */
public final class SignedIn implements AuthResult {
  private static final long serialVersionUID = 1L;

  private final Auth auth;
  private final String token;

  SignedIn(Auth auth, String token) {
    this.auth = Objects.requireNonNull(auth, "auth");
    this.token = token;
  }

  /**
   * Returns a result for tests of your own code.
   *
   * @param auth such as {@code SessionClaims.of(Map.of("sub", "user_123"))}
   * @param token any text
   */
  public static SignedIn of(Auth auth, String token) {
    return new SignedIn(auth, Objects.requireNonNull(token, "token"));
  }

  @Override
  public boolean isSignedIn() {
    return true;
  }

  @Override
  public TokenType tokenType() {
    return auth.tokenType();
  }

  /** Returns who sent the request: {@link SessionClaims} or {@link MachineAuth}. */
  public Auth auth() {
    return auth;
  }

  /** Returns the session; empty for a machine. */
  public Optional<SessionClaims> session() {
    return auth instanceof SessionClaims session ? Optional.of(session) : Optional.empty();
  }

  /** Returns the machine, or what speaks for a user: an API key, an OAuth application. */
  public Optional<MachineAuth> machine() {
    return auth instanceof MachineAuth machine ? Optional.of(machine) : Optional.empty();
  }

  /**
   * Returns the token that the request came with, to call another service in the same name. It is a
   * secret while it is good.
   */
  public String token() {
    return token;
  }

  @Override
  public Map<String, String> headers() {
    return Map.of();
  }

  /** Returns who it is; never the token. */
  @Override
  public String toString() {
    return "SignedIn[" + auth + "]";
  }
}
