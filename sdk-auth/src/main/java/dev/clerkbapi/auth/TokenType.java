package dev.clerkbapi.auth;

/** The kinds of tokens with which requests come. Later versions may have more. */
public enum TokenType {
  /** Of a user's session: a JWT, in the header or in cookies. */
  SESSION_TOKEN("session_token"),

  /** A key that a user or an organization made, such as {@code ak_...}. */
  API_KEY("api_key"),

  /** Of a machine that calls another one: {@code mt_...}, or a JWT. */
  M2M_TOKEN("m2m_token"),

  /** Of an application that acts for a user: {@code oat_...}, or a JWT. */
  OAUTH_TOKEN("oauth_token");

  private final String value;

  TokenType(String value) {
    this.value = value;
  }

  /** Returns the name that Clerk's own SDKs use, such as {@code session_token}. */
  public String value() {
    return value;
  }
}
