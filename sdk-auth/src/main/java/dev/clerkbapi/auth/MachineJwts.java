package dev.clerkbapi.auth;

import dev.clerkbapi.auth.internal.ClaimReader;
import dev.clerkbapi.auth.internal.CompactJws;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies M2M and OAuth tokens that are JWTs, with the instance's key. Authorized parties and
 * audiences are for session tokens only: these have no {@code azp}, and their {@code aud} names
 * machines.
 */
final class MachineJwts {
  private static final Set<String> OF_EVERY_TOKEN =
      Set.of("iss", "sub", "exp", "nbf", "iat", "jti");

  private final JwtCheck check;
  private final ClaimChecks claims;

  MachineJwts(JwtCheck check, ClaimChecks claims) {
    this.check = check;
    this.claims = claims.forMachines();
  }

  MachineAuth m2m(CompactJws jws) {
    if (!TokenClass.mayBeMachine(jws.header())) {
      throw Refusals.invalid("the token is of another class than a machine's");
    }
    Map<String, @Nullable Object> all = verified(() -> check.machine(jws, claims));
    return MachineAuth.builder(TokenType.M2M_TOKEN, subject(all))
        .id(ClaimReader.text(all.get("jti")))
        .scopes(m2mScopes(all))
        .parsedClaims(own(all))
        .build();
  }

  MachineAuth oauth(CompactJws jws) {
    Map<String, @Nullable Object> all = verified(() -> check.oauth(jws, claims));
    return MachineAuth.builder(TokenType.OAUTH_TOKEN, subject(all))
        .id(ClaimReader.text(all.get("jti")))
        .clientId(ClaimReader.text(all.get("client_id")))
        .scopes(oauthScopes(all))
        .build();
  }

  private interface Verification {
    Map<String, @Nullable Object> run();
  }

  /** Any fault of the token is one and the same reason, as in Clerk's own code. */
  private static Map<String, @Nullable Object> verified(Verification verification) {
    try {
      return verification.run();
    } catch (TokenVerificationException e) {
      if (e.reason().fate() != AuthReason.Fate.CALLER) {
        throw e;
      }
      throw Refusals.failed(String.valueOf(e.getMessage()));
    }
  }

  private static String subject(Map<String, @Nullable Object> claims) {
    return Objects.requireNonNull(ClaimReader.text(claims.get("sub"))); // The check has seen it.
  }

  private static List<String> m2mScopes(Map<String, @Nullable Object> claims) {
    List<String> scopes = ClaimReader.words(claims.get("scopes"));
    if (scopes != null) {
      return scopes;
    }
    return claims.get("aud") instanceof String one
        ? List.of(one)
        : ClaimReader.texts(claims.get("aud"));
  }

  private static List<String> oauthScopes(Map<String, @Nullable Object> claims) {
    if (claims.get("scp") instanceof List<?> list) {
      return ClaimReader.texts(list);
    }
    List<String> scopes = ClaimReader.words(claims.get("scope"));
    return scopes == null ? List.of() : scopes;
  }

  private static Map<String, @Nullable Object> own(Map<String, @Nullable Object> claims) {
    Map<String, @Nullable Object> own = new LinkedHashMap<>(claims);
    own.keySet().removeAll(OF_EVERY_TOKEN);
    return Collections.unmodifiableMap(own);
  }
}
