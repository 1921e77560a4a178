package dev.clerkbapi.auth;

import dev.clerkbapi.auth.internal.ClaimReader;
import dev.clerkbapi.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request with an API key, a machine-to-machine token or an OAuth access token. What a
 * kind of token does not have is null or empty. Immutable.
 */
public final class MachineAuth implements Auth {
  private static final long serialVersionUID = 1L;

  private final TokenType tokenType;
  private final @Nullable String id;
  private final String subject;
  private final @Nullable String name;
  private final @Nullable String clientId;

  @SuppressWarnings("serial") // List.copyOf returns one that is
  private final List<String> scopes;

  @SuppressWarnings("serial") // the parsers make only maps that are
  private final Map<String, @Nullable Object> claims;

  private MachineAuth(Builder from) {
    this.tokenType = from.tokenType;
    this.subject = from.subject;
    this.id = from.id;
    this.name = from.name;
    this.clientId = from.clientId;
    this.scopes = from.scopes;
    this.claims = from.claims;
  }

  /**
   * Returns a builder, for tests of your own code: nobody has verified what it makes.
   *
   * @param tokenType such as {@link TokenType#API_KEY}
   * @param subject in whose name it speaks, such as {@code user_123} or {@code mch_123}
   * @throws IllegalArgumentException for {@link TokenType#SESSION_TOKEN}
   */
  public static Builder builder(TokenType tokenType, String subject) {
    return new Builder(tokenType, subject);
  }

  /** Returns {@code API_KEY}, {@code M2M_TOKEN} or {@code OAUTH_TOKEN}. */
  @Override
  public TokenType tokenType() {
    return tokenType;
  }

  /** Returns the ID of the token, such as {@code ak_...}; it is no secret. */
  public @Nullable String id() {
    return id;
  }

  /**
   * Returns in whose name the token speaks: a user or an organization (API key), a machine (M2M), a
   * user (OAuth).
   */
  @Override
  public String subject() {
    return subject;
  }

  /** Returns the subject if it is a user, such as {@code user_123}. */
  public @Nullable String userId() {
    boolean user = tokenType == TokenType.OAUTH_TOKEN || subject.startsWith("user_");
    return user ? subject : null;
  }

  /** Returns the subject if it is an organization, such as {@code org_123}; for API keys. */
  public @Nullable String organizationId() {
    return subject.startsWith("org_") ? subject : null;
  }

  /** Returns the subject if it is a machine, such as {@code mch_123}. */
  public @Nullable String machineId() {
    return tokenType == TokenType.M2M_TOKEN ? subject : null;
  }

  /** Returns the ID of the OAuth application that the token was issued to. */
  public @Nullable String clientId() {
    return clientId;
  }

  /** Returns the name that its maker gave the API key. */
  public @Nullable String name() {
    return name;
  }

  /**
   * Returns what the token may be used for; of an M2M token, the machines that it may call. It is
   * for you to look at: no token is refused for its scopes.
   */
  public List<String> scopes() {
    return scopes;
  }

  /** Returns false: roles, permissions, features and plans are those of sessions. */
  @Override
  public boolean has(Requirement requirement) {
    return false;
  }

  /**
   * Returns the claims that the token's maker gave it; of a JWT, without the ones that every token
   * has, such as {@code exp}.
   */
  @Override
  public Map<String, @Nullable Object> claims() {
    return claims;
  }

  /** Returns the kind, the ID and the subject. */
  @Override
  public String toString() {
    return "MachineAuth[" + tokenType.value() + ", " + id + ", " + subject + "]";
  }

  /** Collects what a verification found. Not thread-safe. */
  public static final class Builder {
    private final TokenType tokenType;
    private final String subject;
    private @Nullable String id;
    private @Nullable String name;
    private @Nullable String clientId;
    private List<String> scopes = List.of();
    private Map<String, @Nullable Object> claims = Map.of();

    private Builder(TokenType tokenType, String subject) {
      if (tokenType == TokenType.SESSION_TOKEN) {
        throw new IllegalArgumentException("tokenType is SESSION_TOKEN, which is no machine's");
      }
      this.tokenType = Objects.requireNonNull(tokenType, "tokenType");
      this.subject = Objects.requireNonNull(subject, "subject");
    }

    /**
     * Sets the ID of the token.
     *
     * @param value such as {@code ak_123}
     */
    public Builder id(@Nullable String value) {
      this.id = value;
      return this;
    }

    /**
     * Sets the name of an API key.
     *
     * @param value such as {@code CI}
     */
    public Builder name(@Nullable String value) {
      this.name = value;
      return this;
    }

    /**
     * Sets the OAuth application.
     *
     * @param value such as {@code client_123}
     */
    public Builder clientId(@Nullable String value) {
      this.clientId = value;
      return this;
    }

    /**
     * Sets what the token may be used for; nothing by default.
     *
     * @param value such as {@code List.of("read:reports")}
     */
    public Builder scopes(List<String> value) {
      this.scopes = List.copyOf(value);
      return this;
    }

    /**
     * Sets the claims that its maker gave the token.
     *
     * @throws IllegalArgumentException if JSON cannot represent a claim
     */
    public Builder claims(Map<String, ?> value) {
      this.claims = Json.copyFreeForm("claims", new LinkedHashMap<String, @Nullable Object>(value));
      return this;
    }

    /** An immutable map; anything else is no claims. */
    Builder parsedClaims(@Nullable Object value) {
      Map<String, @Nullable Object> members = ClaimReader.object(value);
      this.claims = members == null ? Map.of() : members;
      return this;
    }

    /** Returns who sent the request. */
    public MachineAuth build() {
      return new MachineAuth(this);
    }
  }
}
