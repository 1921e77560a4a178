package dev.clerkbapi.auth;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which kinds of tokens are accepted. One kind alone is another thing than a set that contains only
 * that one: with one kind, a request without it is told what was expected.
 */
record Accepted(Set<TokenType> types, boolean one) {
  static Accepted only(TokenType type) {
    return new Accepted(Set.of(type), true);
  }

  static Accepted anyOf(Set<TokenType> types) {
    return new Accepted(Set.copyOf(types), false);
  }

  static Accepted any() {
    return anyOf(EnumSet.allOf(TokenType.class));
  }

  boolean accepts(TokenType type) {
    return types.contains(type);
  }

  boolean onlySessions() {
    return one && types.contains(TokenType.SESSION_TOKEN);
  }

  boolean onlyM2m() {
    return types.equals(Set.of(TokenType.M2M_TOKEN));
  }

  /** Returns whether some are verified by operations that a machine's key is not enough for. */
  boolean needSecretKey() {
    return types.contains(TokenType.API_KEY) || types.contains(TokenType.OAUTH_TOKEN);
  }

  boolean machines() {
    return types.stream().anyMatch(type -> type != TokenType.SESSION_TOKEN);
  }
}
