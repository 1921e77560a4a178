package dev.clerkbapi.auth;

import dev.clerkbapi.auth.internal.CompactJws;
import org.jspecify.annotations.Nullable;

/** Verifies the tokens that are not those of sessions, each kind in its way. Thread-safe. */
final class MachineVerifier {
  private final MachineJwts jwts;
  private final @Nullable OpaqueTokens opaque;
  private final @Nullable MachineCache cache;
  private final @Nullable String machineId;

  MachineVerifier(
      MachineJwts jwts,
      @Nullable OpaqueTokens opaque,
      @Nullable MachineCache cache,
      @Nullable String machineId) {
    this.jwts = jwts;
    this.opaque = opaque;
    this.cache = cache;
    this.machineId = machineId;
  }

  /** Throws if the token is not good, or cannot be verified now. */
  MachineAuth verify(TokenKind kind, String token) {
    CompactJws jws = kind.jws();
    MachineAuth auth = jws == null ? opaque(kind.type(), token) : jwt(kind.type(), jws);
    boolean forMe =
        machineId == null
            || auth.tokenType() != TokenType.M2M_TOKEN
            || auth.scopes().contains(machineId);
    if (!forMe) {
      throw Refusals.failed("the token is for other machines than " + machineId);
    }
    return auth;
  }

  private MachineAuth jwt(TokenType type, CompactJws jws) {
    return type == TokenType.M2M_TOKEN ? jwts.m2m(jws) : jwts.oauth(jws);
  }

  private MachineAuth opaque(TokenType type, String token) {
    if (opaque == null) {
      throw Refusals.invalid("the token is opaque, and there is no client to ask Clerk's API");
    }
    MachineAuth known = cache == null ? null : cache.get(token);
    if (known != null) {
      return known;
    }
    OpaqueTokens.Verified verified = opaque.verify(type, token);
    if (cache != null) {
      cache.put(token, verified);
    }
    return verified.auth();
  }
}
