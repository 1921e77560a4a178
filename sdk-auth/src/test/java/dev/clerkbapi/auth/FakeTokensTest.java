package dev.clerkbapi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.ClerkClientBuilder;
import dev.clerkbapi.model.CreateM2MTokenRequestTokenFormat;
import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.FakeSessionToken;
import dev.clerkbapi.testing.FakeToken;
import dev.clerkbapi.testing.TokenSigner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The tokens that users' tests make are accepted and refused as Clerk's would be. */
class FakeTokensTest {
  private static final TokenSigner CLERK = TokenSigner.create();
  private static final String ORIGIN = "https://app.example.com";

  private final FakeBapi bapi = FakeBapi.start();
  private final ClerkClient client = clientBuilder().secretKey(bapi.secretKey()).build();

  private ClerkClientBuilder clientBuilder() {
    return ClerkClient.builder().baseUrl(bapi.baseUrl());
  }

  @AfterEach
  void stop() {
    client.close();
    bapi.close();
  }

  private static TokenVerifier verifier(TokenSigner signer) {
    return TokenVerifier.builder().jwtKey(signer.jwtKey()).authorizedParties(ORIGIN).build();
  }

  private static String reason(FakeToken<?> token) {
    return catchThrowableOfType(
            TokenVerificationException.class, () -> verifier(CLERK).verify(token.sign()))
        .reason()
        .value();
  }

  private static FakeSessionToken session() {
    return CLERK.session("user_1").authorizedParty(ORIGIN);
  }

  @Test
  void session_isAccepted_andRefusedWhenItIsNotGood() {
    assertThat(verifier(CLERK).verify(session().sign()).userId()).isEqualTo("user_1");
    assertThat(reason(session().expired())).isEqualTo("token-expired");
    assertThat(reason(session().notYetValid())).isEqualTo("token-not-active-yet");
    assertThat(reason(session().authorizedParty("https://evil.example.com")))
        .isEqualTo("token-invalid-authorized-parties");
    assertThat(reason(CLERK.session("user_1"))).isEqualTo("token-invalid-authorized-parties");
    assertThat(reason(TokenSigner.create().session("user_1").authorizedParty(ORIGIN)))
        .isEqualTo("token-invalid-signature");
    assertThat(reason(CLERK.m2m("mch_1"))).isEqualTo("token-invalid");
    assertThat(reason(CLERK.m2m("mch_1").withoutHeader("cat"))).isEqualTo("token-invalid");
    assertThat(reason(CLERK.oauth("user_1", "client_1"))).isEqualTo("token-invalid");
  }

  @Test
  void bothVersions_sayTheSame() {
    FakeSessionToken token =
        session()
            .sessionId("sess_1")
            .userFeatures("themes")
            .organization("org_1", "acme", "org:admin")
            .permissions("org:billing:manage", "org:users:read")
            .factorAges(3, -1)
            .actor("user_admin");
    for (FakeSessionToken one :
        List.of(token, token.without("fea").with("fea", "o:billing,o:users"))) {
      granted(verifier(CLERK).verify(one.sign()));
    }
    FakeSessionToken older = session().organization("org_1", "acme", "org:admin");
    granted(
        verifier(CLERK)
            .verify(
                older
                    .sessionId("sess_1")
                    .permissions("org:billing:manage", "org:users:read")
                    .factorAges(3, -1)
                    .actor("user_admin")
                    .version1()
                    .sign()));
  }

  private static void granted(SessionClaims session) {
    assertThat(session.sessionId()).isEqualTo("sess_1");
    assertThat(session.organization().id()).isEqualTo("org_1");
    assertThat(session.has(Requirement.role("org:admin"))).isTrue();
    assertThat(session.has(Requirement.permission("org:billing:manage"))).isTrue();
    assertThat(session.has(Requirement.permission("org:users:read"))).isTrue();
    assertThat(session.has(Requirement.permission("org:billing:read"))).isFalse();
    assertThat(session.has(Requirement.permission("org:users:manage"))).isFalse();
    assertThat(session.has(Requirement.reverification(Reverification.STRICT))).isTrue();
    assertThat(session.claims()).containsEntry("act", Map.of("sub", "user_admin"));
  }

  @Test
  void featuresAndPlans_areTheUsersOrTheOrganizations() {
    SessionClaims session =
        verifier(CLERK)
            .verify(
                session()
                    .organization("org_1", "admin")
                    .organizationFeatures("billing")
                    .userFeatures("themes")
                    .organizationPlans("pro")
                    .userPlans("plus")
                    .sign());
    assertThat(session.has(Requirement.feature("org:billing"))).isTrue();
    assertThat(session.has(Requirement.feature("user:billing"))).isFalse();
    assertThat(session.has(Requirement.feature("user:themes"))).isTrue();
    assertThat(session.has(Requirement.plan("org:pro"))).isTrue();
    assertThat(session.has(Requirement.plan("user:plus"))).isTrue();
    assertThat(session.has(Requirement.plan("user:pro"))).isFalse();
  }

  private RequestAuthenticator authenticator(ClerkClient client) {
    return RequestAuthenticator.builder()
        .client(client)
        .authorizedParties(ORIGIN)
        .clock(bapi.clock())
        .acceptsAnyToken()
        .build();
  }

  private static String outcome(RequestAuthenticator authenticator, String token) {
    Map<String, List<String>> header = Map.of("Authorization", List.of("Bearer " + token));
    AuthResult result = authenticator.authenticate(IncomingRequest.of("GET", "/", header));
    return result instanceof SignedOut out
        ? out.reason().value()
        : ((SignedIn) result).auth().subject();
  }

  @Test
  void fake_hasTheKeysAndTheClockOfItsSigner() {
    RequestAuthenticator authenticator = authenticator(client);
    String token = bapi.tokens().session("user_1").authorizedParty(ORIGIN).sign();
    assertThat(outcome(authenticator, token)).isEqualTo("user_1");
    assertThat(outcome(authenticator, bapi.tokens().m2m("mch_1").sign())).isEqualTo("mch_1");
    assertThat(outcome(authenticator, bapi.tokens().oauth("user_2", "c").sign()))
        .isEqualTo("user_2");
    assertThat(outcome(authenticator, bapi.tokens().template("user_1").sign()))
        .isEqualTo("token-type-mismatch");
    assertThat(outcome(authenticator, CLERK.withKeyId("ins_other").session("user_1").sign()))
        .isEqualTo("jwk-kid-mismatch");
    assertThat(outcome(authenticator, bapi.tokens().session("user_1").pending().sign()))
        .isEqualTo("token-invalid-authorized-parties");
    bapi.advance(Duration.ofSeconds(66));
    assertThat(outcome(authenticator, token)).startsWith("session-token-expired");
    String fresh = bapi.tokens().session("user_1").authorizedParty(ORIGIN).sign();
    assertThat(outcome(authenticator, fresh)).isEqualTo("user_1");
  }

  @Test
  void opaqueTokensOfTheFake_areGoodUntilRevokedOrExpired() {
    bapi.addUser("user_1");
    RequestAuthenticator authenticator = authenticator(client);
    String oauth = bapi.issueOAuthToken("user_1", "client_1", "profile");
    assertThat(outcome(authenticator, oauth)).isEqualTo("user_1");
    bapi.revokeOAuthToken(oauth);
    assertThat(outcome(authenticator, oauth)).isEqualTo("token-invalid");
    assertThat(outcome(authenticator, "oat_unknown")).isEqualTo("token-invalid");
    assertThat(outcome(authenticator, "mt_unknown")).isEqualTo("token-invalid");
  }

  @Test
  void m2mTokensOfTheFake_areForTheMachinesThatTheirsMayCall() {
    String caller = bapi.addMachine("mch_1", "mch_2");
    String called = bapi.addMachine("mch_2");
    String other = bapi.addMachine("mch_3");
    try (ClerkClient one = clientBuilder().machineSecretKey(caller).build();
        ClerkClient two = clientBuilder().machineSecretKey(called).build();
        ClerkClient three = clientBuilder().machineSecretKey(other).build()) {
      String token = one.m2m().createToken().token();
      assertThat(outcome(m2m(two), token)).isEqualTo("mch_1");
      assertThat(outcome(m2m(three), token)).isEqualTo("token-invalid");
      assertThat(outcome(authenticator(client), token)).isEqualTo("mch_1");
      bapi.advance(Duration.ofHours(1));
      assertThat(outcome(m2m(two), token)).isEqualTo("token-invalid");
      String jwt =
          one.m2m().createToken(r -> r.tokenFormat(CreateM2MTokenRequestTokenFormat.JWT)).token();
      assertThat(outcome(authenticator(client), jwt)).isEqualTo("mch_1");
    }
  }

  private static RequestAuthenticator m2m(ClerkClient client) {
    return RequestAuthenticator.builder().client(client).acceptsToken(TokenType.M2M_TOKEN).build();
  }
}
