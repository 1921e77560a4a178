package dev.clerkbapi.spring.security;

import dev.clerkbapi.auth.SessionClaims;
import dev.clerkbapi.auth.TokenVerifier;
import dev.clerkbapi.testing.FakeSessionToken;
import dev.clerkbapi.testing.TokenSigner;

/** Tokens of an instance that exists for the test, and what they say. */
final class Tokens {
  static final String ORIGIN = "https://app.example.com";
  static final TokenSigner SIGNER = TokenSigner.create();
  static final TokenVerifier VERIFIER =
      TokenVerifier.builder().jwtKey(SIGNER.jwtKey()).authorizedParties(ORIGIN).build();

  private Tokens() {}

  static FakeSessionToken user() {
    return SIGNER.session("user_1").authorizedParty(ORIGIN);
  }

  static FakeSessionToken member() {
    return user().organization("org_1", "acme", "org:member");
  }

  static SessionClaims verified(FakeSessionToken token) {
    return VERIFIER.verify(token.sign());
  }
}
