package dev.clerkbapi.internal.support;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recognises, by its prefix, what people pass as a key by mistake. */
final class KeyKinds {
  private static final String MACHINE = "ak_";
  private static final Map<String, String> BY_PREFIX = byPrefix();

  private KeyKinds() {}

  /**
   * Returns what it is, such as {@code a publishable key}; null for a secret key, and for anything
   * unknown, because fakes have keys of their own.
   */
  static @Nullable String otherThanSecretKey(String key) {
    for (Map.Entry<String, String> kind : BY_PREFIX.entrySet()) {
      if (startsWith(key, kind.getKey())) {
        return kind.getValue();
      }
    }
    return null;
  }

  /** The same for the secret key of a machine. */
  static @Nullable String otherThanMachineKey(String key) {
    if (startsWith(key, "sk_")) {
      return "the secret key of an instance, which goes to secretKey(..)";
    }
    return startsWith(key, MACHINE) ? null : otherThanSecretKey(key);
  }

  private static boolean startsWith(String key, String prefix) {
    return key.regionMatches(true, 0, prefix, 0, prefix.length());
  }

  private static Map<String, String> byPrefix() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("pk_", "a publishable key, which is for front ends");
    kinds.put("whsec_", "the signing secret of a webhook");
    kinds.put(
        MACHINE,
        "the secret key of a machine, which goes to machineSecretKey(..), or an API key of a user or"
            + " organization");
    kinds.put("mt_", "a token of a machine");
    kinds.put("oat_", "an OAuth access token");
    kinds.put("eyJ", "a JSON Web Token, such as that of a session");
    kinds.put("-----BEGIN", "a key in PEM, such as the one that verifies sessions");
    kinds.put("Bearer ", "the value of a header; leave out \"Bearer\"");
    kinds.put("CLERK_", "a line of a settings file; leave out the variable's name");
    kinds.put("\"", "a text in quotes; leave them out");
    kinds.put("'", "a text in quotes; leave them out");
    return kinds;
  }
}
