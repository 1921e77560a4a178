package dev.clerkbapi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.auth.fixtures.ApiServer;
import dev.clerkbapi.auth.fixtures.Sessions;
import dev.clerkbapi.auth.fixtures.SigningKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that have the secret key of a machine, with that of the instance or alone. */
class MachineSecretKeyTest {
  private static final SigningKey KEY = SigningKey.of("ins_1");
  private static final String MACHINE = "ak_machine";

  private ApiServer server;
  private ClerkClient both;
  private ClerkClient machineOnly;

  @BeforeEach
  void start() {
    String good = "\"revoked\":false,\"expired\":false,\"scopes\":[]}";
    server =
        new ApiServer()
            .keySet(KEY.keySet())
            .respond("POST /m2m_tokens/verify", 200, "{\"id\":\"m\",\"subject\":\"mch_1\"," + good)
            .respond("POST /api_keys/verify", 200, "{\"id\":\"k\",\"subject\":\"user_1\"," + good);
    both = server.client("sk_test_1").machineSecretKey(MACHINE).build();
    machineOnly = server.client().machineSecretKey(MACHINE).build();
  }

  @AfterEach
  void stop() {
    both.close();
    machineOnly.close();
    server.close();
  }

  private static RequestAuthenticatorBuilder builder(ClerkClient client) {
    return RequestAuthenticator.builder()
        .client(client)
        .clock(Sessions.CLOCK)
        .authorizedParties(Sessions.ORIGIN);
  }

  private static AuthResult result(RequestAuthenticatorBuilder builder, String token) {
    return builder
        .build()
        .authenticate(
            IncomingRequest.of("GET", "/", Map.of("Authorization", List.of("Bearer " + token))));
  }

  private static String m2mJwt() {
    Map<String, Object> claims = Sessions.with("sub", "mch_1");
    claims.put("scopes", "mch_2");
    return KEY.token(claims);
  }

  @Test
  void bothKeys_eachIsUsedForItsKindOfToken() {
    for (String token : List.of("mt_1", "ak_1", m2mJwt())) {
      assertThat(result(builder(both).acceptsAnyToken(), token)).isInstanceOf(SignedIn.class);
    }
    assertThat(server.authorizations())
        .containsExactly("Bearer " + MACHINE, "Bearer sk_test_1", "Bearer sk_test_1");
  }

  @Test
  void machinesKeyAlone_verifiesM2mTokens() {
    AuthResult opaque = result(builder(machineOnly).acceptsToken(TokenType.M2M_TOKEN), "mt_1");
    assertThat(((SignedIn) opaque).auth().subject()).isEqualTo("mch_1");
    assertThat(result(builder(machineOnly).acceptsTokens(TokenType.M2M_TOKEN), "mt_1"))
        .isInstanceOf(SignedIn.class);
    assertThat(server.authorizations()).containsOnly("Bearer " + MACHINE);
  }

  @Test
  void machinesKeyAlone_needsTheInstancesKeyForJwts() {
    RequestAuthenticatorBuilder builder =
        builder(machineOnly).acceptsToken(TokenType.M2M_TOKEN).machineId("mch_2");
    SignedOut without = (SignedOut) result(builder, m2mJwt());
    assertThat(without.reason()).isEqualTo(AuthReason.JWK_FAILED_TO_RESOLVE);
    assertThat(without.fate().status()).isEqualTo(500);
    assertThat(without.message()).contains("jwtKey");
    assertThat(result(builder.jwtKey(KEY.pem()), m2mJwt())).isInstanceOf(SignedIn.class);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void machinesKeyAlone_isAnErrorWhereMoreIsAccepted() {
    for (TokenType type : List.of(TokenType.API_KEY, TokenType.OAUTH_TOKEN)) {
      refused(builder(machineOnly).acceptsToken(type));
      refused(builder(machineOnly).jwtKey(KEY.pem()).acceptsTokens(type, TokenType.M2M_TOKEN));
    }
    refused(builder(machineOnly));
    refused(builder(machineOnly).acceptsTokens(TokenType.SESSION_TOKEN, TokenType.M2M_TOKEN));
    assertThatIllegalStateException()
        .isThrownBy(() -> TokenVerifier.builder().client(machineOnly).build())
        .withMessageContaining("secretKey(..)");
    assertThat(server.requests()).isEmpty();
  }

  private static void refused(RequestAuthenticatorBuilder builder) {
    assertThatIllegalStateException()
        .isThrownBy(builder::build)
        .withMessageContaining("only that of a machine")
        .withMessageNotContaining(MACHINE);
  }

  @Test
  void machinesKeyAlone_withTheInstancesKeyForSessions() {
    RequestAuthenticatorBuilder builder =
        builder(machineOnly)
            .jwtKey(KEY.pem())
            .acceptsTokens(TokenType.SESSION_TOKEN, TokenType.M2M_TOKEN);
    assertThat(result(builder, KEY.token(Sessions.claims()))).isInstanceOf(SignedIn.class);
    assertThat(result(builder, "mt_1")).isInstanceOf(SignedIn.class);
  }
}
