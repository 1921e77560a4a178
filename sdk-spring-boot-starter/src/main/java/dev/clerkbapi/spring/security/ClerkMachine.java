package dev.clerkbapi.spring.security;

import dev.clerkbapi.auth.MachineAuth;
import dev.clerkbapi.auth.TokenType;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * What sent a request with an API key, a machine-to-machine token or an OAuth access token: the
 * argument {@code @AuthenticationPrincipal ClerkMachine machine}. Immutable.
 */
public final class ClerkMachine implements AuthenticatedPrincipal, Serializable {
  private static final long serialVersionUID = 1L;

  private final MachineAuth auth;

  ClerkMachine(MachineAuth auth) {
    this.auth = Objects.requireNonNull(auth, "auth");
  }

  /** Returns {@code API_KEY}, {@code M2M_TOKEN} or {@code OAUTH_TOKEN}. */
  public TokenType tokenType() {
    return auth.tokenType();
  }

  /** Returns the ID of the token, such as {@code ak_...}; it is no secret. */
  public @Nullable String tokenId() {
    return auth.id();
  }

  /** Returns in whose name it speaks, such as {@code user_123}, {@code org_123}, {@code mch_1}. */
  public String subject() {
    return auth.subject();
  }

  /** Returns the subject if it is a user. */
  public @Nullable String userId() {
    return auth.userId();
  }

  /** Returns the subject if it is an organization. */
  public @Nullable String organizationId() {
    return auth.organizationId();
  }

  /** Returns what the token may be used for; of an M2M token, the machines that it may call. */
  public List<String> scopes() {
    return auth.scopes();
  }

  /** Returns everything that is known of the token. */
  public MachineAuth auth() {
    return auth;
  }

  /** Returns the {@link #subject()}. */
  @Override
  public String getName() {
    return subject();
  }

  /** The same token, as far as it says what it is. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClerkMachine that
        && tokenType() == that.tokenType()
        && subject().equals(that.subject())
        && Objects.equals(tokenId(), that.tokenId())
        && scopes().equals(that.scopes());
  }

  @Override
  public int hashCode() {
    return Objects.hash(tokenType(), subject(), tokenId(), scopes());
  }

  @Override
  public String toString() {
    return "ClerkMachine[" + tokenType().value() + ", " + tokenId() + ", " + subject() + "]";
  }
}
