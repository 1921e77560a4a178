package dev.clerkbapi.auth;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.api.JwksApi;
import dev.clerkbapi.model.Jwks;
import retrofit2.Call;

/** What a client with only the secret key of a machine cannot do: all but M2M tokens. */
final class SecretKeys {
  private SecretKeys() {}

  /**
   * Asks a client for a request that needs the secret key of the instance, and sends nothing. A
   * client that is closed cannot tell; what it is used for will.
   *
   * @throws IllegalStateException by the client itself, if it has only that of a machine
   */
  static void require(ClerkClient client) {
    Call<Jwks> call;
    try {
      call = client.api(JwksApi.class).getJwks();
    } catch (IllegalStateException closed) {
      return;
    }
    var unused = call.request();
  }

  /** Finds no key for any token. */
  static KeySource none() {
    return kid -> {
      throw new TokenVerificationException(
          AuthReason.JWK_FAILED_TO_RESOLVE,
          "there is no key for tokens that are JWTs: the client has only the secret key of a"
              + " machine, which cannot fetch the keys of the instance; set jwtKey, or a client"
              + " that has the secret key of the instance too");
    };
  }
}
