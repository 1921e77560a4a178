package dev.clerkbapi.auth;

import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who a request is from: {@link SessionClaims} for a user's session, or {@link MachineAuth}.
 * Immutable, and serializable for an HTTP session. Later versions may have more.
 */
public interface Auth extends Serializable {
  /** Returns the kind of token that this comes from. */
  TokenType tokenType();

  /** Returns the ID of who this is, such as {@code user_123} or {@code mch_123}. */
  String subject();

  /**
   * Returns whether the session has what is asked for. Never throws for what a token contains:
   * claims that are missing or malformed grant nothing. A machine has nothing of this kind.
   *
   * @param requirement such as {@code Requirement.permission("org:billing:manage")}
   */
  boolean has(Requirement requirement);

  /**
   * Returns the claims: of a JWT all of them, of another token those that its maker gave it. Whole
   * numbers are exact, {@code Long} or {@code BigInteger}.
   */
  Map<String, @Nullable Object> claims();
}
