package dev.clerkbapi.auth;

import dev.clerkbapi.auth.internal.RsaKeys;
import dev.clerkbapi.json.MissingMemberException;
import dev.clerkbapi.model.Jwks;
import dev.clerkbapi.model.JwksKeys;
import java.security.interfaces.RSAPublicKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an instance that may verify tokens, by {@code kid}. A key for another purpose or
 * algorithm, or a weak one, is left out; so are all keys that share a {@code kid}, because which of
 * them is meant cannot be told. Immutable.
 */
final class PublicKeys {
  private final Map<String, RSAPublicKey> byKid;

  private PublicKeys(Map<String, RSAPublicKey> byKid) {
    this.byKid = Map.copyOf(byKid);
  }

  static PublicKeys of(Jwks response) {
    Map<String, RSAPublicKey> keys = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (JwksKeys candidate : response.keys()) {
      String kid = orNull(candidate::kid);
      if (kid == null) {
        continue;
      }
      RSAPublicKey key = seen.add(kid) ? usable(candidate) : null;
      if (key == null) {
        keys.remove(kid);
      } else {
        keys.put(kid, key);
      }
    }
    return new PublicKeys(keys);
  }

  @Nullable RSAPublicKey get(String kid) {
    return byKid.get(kid);
  }

  boolean isEmpty() {
    return byKid.isEmpty();
  }

  private static @Nullable RSAPublicKey usable(JwksKeys key) {
    boolean forSignatures =
        "RSA".equals(String.valueOf(orNull(key::kty)))
            && isAbsentOr("sig", orNull(key::use))
            && isAbsentOr("RS256", orNull(key::alg))
            && mayVerify(key.additionalMembers().get("key_ops"));
    return forSignatures ? RsaKeys.of(key.n(), key.e()) : null;
  }

  private static boolean mayVerify(@Nullable Object operations) {
    return operations == null
        || (operations instanceof Collection<?> all && all.contains("verify"));
  }

  private static boolean isAbsentOr(String wanted, @Nullable String value) {
    return value == null || value.equals(wanted);
  }

  /** BAPI's description requires members that RFC 7517 does not. */
  private static <T> @Nullable T orNull(Supplier<T> member) {
    try {
      return member.get();
    } catch (MissingMemberException e) {
      return null;
    }
  }
}
