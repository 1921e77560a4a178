package dev.clerkbapi.auth;

import java.lang.System.Logger.Level;

/** The logger {@code dev.clerkbapi.auth}. Never a token, a cookie or a key. */
final class AuthLog {
  private AuthLog() {}

  /** Once for each verifier, not for each token. */
  static void noParties() {
    System.getLogger("dev.clerkbapi.auth")
        .log(
            Level.WARNING,
            "A verifier was built without authorizedParties: it accepts session tokens that any"
                + " origin of the instance asked for");
  }
}
