package dev.clerkbapi.auth;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.api.JwksApi;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.model.Jwks;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Gets the instance's keys from Clerk's API, on a thread of the client. */
final class KeyFetch {
  /** How long one fetch may take, its retries included. */
  static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final Supplier<CompletableFuture<Jwks>> call;

  private KeyFetch(Supplier<CompletableFuture<Jwks>> call) {
    this.call = call;
  }

  static KeyFetch with(ClerkClient client) {
    ClerkClient bounded = client.with(options -> options.timeout(TIMEOUT));
    return new KeyFetch(() -> bounded.callAsync(bounded.api(JwksApi.class).getJwks()));
  }

  /** Starts a fetch; its future ends with the keys, or a {@link TokenVerificationException}. */
  CompletableFuture<PublicKeys> start() {
    CompletableFuture<Jwks> response;
    try {
      response = call.get();
    } catch (RuntimeException e) { // Such as a closed client.
      response = CompletableFuture.failedFuture(e);
    }
    return response.handle(
        (jwks, thrown) -> {
          if (thrown != null) {
            throw failure(thrown);
          }
          return keys(jwks);
        });
  }

  private static PublicKeys keys(Jwks response) {
    if (response.keys().isEmpty()) {
      throw new TokenVerificationException(
          AuthReason.JWK_REMOTE_FAILED_TO_LOAD, "Clerk's API responded with an empty set of keys");
    }
    PublicKeys keys = PublicKeys.of(response);
    if (keys.isEmpty()) {
      throw new TokenVerificationException(
          AuthReason.JWK_REMOTE_INVALID,
          "Clerk's API responded with keys of which none can be used: RSA, for RS256 signatures, of"
              + " 2048 bits or more, each with a kid of its own");
    }
    return keys;
  }

  private static TokenVerificationException failure(Throwable thrown) {
    Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
    if (cause instanceof ClerkApiException refusal && refusal.hasCode("clerk_key_invalid")) {
      return new TokenVerificationException(
          AuthReason.SECRET_KEY_INVALID,
          "Clerk's API refused the secret key of this client; take a new one from the dashboard",
          cause);
    }
    return new TokenVerificationException(
        AuthReason.JWK_REMOTE_FAILED_TO_LOAD,
        "the instance's keys could not be fetched from Clerk's API, see the cause",
        cause);
  }
}
