package dev.clerkbapi.auth;

import java.security.interfaces.RSAPublicKey;
import org.jspecify.annotations.Nullable;

/** Finds the key with which a token must be signed. Thread-safe. */
interface KeySource {
  /**
   * Returns the key.
   *
   * @param kid what the token's header says about it; anything, or nothing
   * @throws TokenVerificationException if there is none
   */
  RSAPublicKey key(@Nullable Object kid);
}
