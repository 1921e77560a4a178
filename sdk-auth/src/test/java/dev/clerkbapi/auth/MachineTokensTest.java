package dev.clerkbapi.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.auth.fixtures.ApiServer;
import dev.clerkbapi.auth.fixtures.Sessions;
import dev.clerkbapi.auth.fixtures.SigningKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** API keys, M2M tokens and OAuth access tokens. */
class MachineTokensTest {
  private static final SigningKey KEY = SigningKey.of("ins_1");
  private static final String API_KEY = "POST /api_keys/verify";
  private static final String M2M = "POST /m2m_tokens/verify";
  private static final String OAUTH = "POST /oauth_applications/access_tokens/verify";

  private final AtomicReference<Instant> now = new AtomicReference<>(Sessions.NOW);
  private ApiServer server;
  private ClerkClient client;

  @BeforeEach
  void start() {
    server = new ApiServer().keySet(KEY.keySet());
    client = server.client("sk_test_1").build();
    server.respond(API_KEY, 200, apiKey(""));
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private static String apiKey(String more) {
    return ("{'id':'ak_id','name':'deploy','subject':'org_1','scopes':['read'],"
            + "'claims':{'team':7},'revoked':false,'expired':false"
            + more
            + "}")
        .replace('\'', '"');
  }

  private RequestAuthenticatorBuilder builder() {
    return RequestAuthenticator.builder()
        .client(client)
        .authorizedParties(Sessions.ORIGIN)
        .audience("https://api.example.com")
        .clock(
            new Clock() {
              @Override
              public Instant instant() {
                return now.get();
              }

              @Override
              public ZoneId getZone() {
                return ZoneOffset.UTC;
              }

              @Override
              public Clock withZone(ZoneId zone) {
                return this;
              }
            })
        .acceptsAnyToken();
  }

  private static IncomingRequest with(String token) {
    return IncomingRequest.of(
        "POST", "https://api.example.com/", Map.of("Authorization", List.of("Bearer " + token)));
  }

  private static String outcome(RequestAuthenticator authenticator, String token) {
    AuthResult result = authenticator.authenticate(with(token));
    return result instanceof SignedOut out
        ? out.reason().value()
        : ((SignedIn) result).auth().subject();
  }

  private MachineAuth machine(String token) {
    return ((SignedIn) builder().build().authenticate(with(token))).machine().orElseThrow();
  }

  @Test
  void apiKey_saysWhoseItIs() {
    MachineAuth key = machine("ak_1");
    assertThat(key.tokenType()).isEqualTo(TokenType.API_KEY);
    assertThat(key.id()).isEqualTo("ak_id");
    assertThat(key.name()).isEqualTo("deploy");
    assertThat(key.organizationId()).isEqualTo("org_1");
    assertThat(key.userId()).isNull();
    assertThat(key.scopes()).containsExactly("read");
    assertThat(key.claims()).isEqualTo(Map.of("team", 7L));
    assertThat(key.has(Requirement.role("admin"))).isFalse();
    assertThat(server.requests()).containsExactly(API_KEY + " {\"secret\":\"ak_1\"}");
    assertThat(server.authorizations()).containsExactly("Bearer sk_test_1");
  }

  @Test
  void opaqueM2mAndOauth_areAskedForWithTheirOwnMembers() {
    server.respond(
        M2M,
        200,
        "{\"id\":\"mt_id\",\"subject\":\"mch_1\",\"scopes\":[\"mch_2\"],\"revoked\":false,"
            + "\"expired\":false}");
    server.respond(
        OAUTH, 200, "{\"id\":\"oat_id\",\"client_id\":\"c\",\"subject\":\"user_1\",\"scopes\":[]}");
    assertThat(machine("mt_1").machineId()).isEqualTo("mch_1");
    assertThat(machine("oat_1").userId()).isEqualTo("user_1");
    assertThat(machine("oat_1").clientId()).isEqualTo("c");
    assertThat(server.requests())
        .startsWith(M2M + " {\"token\":\"mt_1\"}", OAUTH + " {\"access_token\":\"oat_1\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "404, token-invalid, 401",
    "401, secret-key-invalid, 500",
    "400, unexpected-error, 503",
    "500, unexpected-error, 503",
    "0, unexpected-error, 503",
  })
  void errorOfTheApi_hasItsReason(int status, String reason, int response) {
    server.respond(API_KEY, status, "{\"errors\":[]}");
    SignedOut out = (SignedOut) builder().build().authenticate(with("ak_1"));
    assertThat(out.reason().value()).isEqualTo(reason);
    assertThat(out.fate().status()).isEqualTo(response);
    assertThat(out.cause().isPresent()).isEqualTo(status != 404);
  }

  @Test
  void revokedExpiredOrInactive_isNobody() {
    for (String body :
        List.of(
            apiKey("").replace("\"revoked\":false", "\"revoked\":true"),
            apiKey("").replace("\"expired\":false", "\"expired\":true"),
            apiKey(",\"active\":false"),
            "{\"active\":false}",
            "{}")) {
      for (String request : List.of(API_KEY, M2M, OAUTH)) {
        server.respond(request, 200, body);
      }
      for (String token : List.of("ak_1", "mt_1", "oat_1")) {
        assertThat(outcome(builder().build(), token)).as(body).isEqualTo("token-invalid");
      }
    }
  }

  @Test
  void tokenWithOddCharacters_isNotSent() {
    assertThat(outcome(builder().build(), "ak_\uD83D")).isEqualTo("token-invalid");
    assertThat(outcome(builder().build(), "ak_\u00e9")).isEqualTo("token-invalid");
    assertThat(server.requests()).isEmpty();
  }

  private static Map<String, Object> machineClaims() {
    Map<String, Object> claims = Sessions.without("azp");
    claims.remove("sid");
    claims.put("sub", "mch_1");
    claims.put("jti", "mt_id");
    claims.put("scopes", "mch_2 mch_3");
    claims.put("extra", 1L);
    return claims;
  }

  private static String m2mJwt(Map<String, Object> claims) {
    Map<String, Object> header = KEY.header();
    header.put("cat", "cl_B7d4PD333AAA");
    return KEY.token(header, claims);
  }

  @Test
  void m2mJwt_needsNoPartyOrAudience() {
    MachineAuth machine = machine(m2mJwt(machineClaims()));
    assertThat(machine.machineId()).isEqualTo("mch_1");
    assertThat(machine.id()).isEqualTo("mt_id");
    assertThat(machine.scopes()).containsExactly("mch_2", "mch_3");
    assertThat(machine.claims()).isEqualTo(Map.of("scopes", "mch_2 mch_3", "extra", 1L));
    assertThat(server.requests()).containsExactly(ApiServer.KEYS);
  }

  @Test
  void m2mJwtOfAnotherClass_isInvalid() {
    Map<String, Object> header = KEY.header();
    header.put("cat", "cl_B7d4PD111AAA");
    assertThat(outcome(builder().build(), KEY.token(header, machineClaims())))
        .isEqualTo("token-invalid");
    assertThat(outcome(builder().build(), KEY.token(machineClaims()))).isEqualTo("mch_1");
  }

  @Test
  void faultyMachineJwt_failsVerification() {
    Map<String, Object> claims = machineClaims();
    claims.put("exp", 1L);
    assertThat(outcome(builder().build(), m2mJwt(claims))).isEqualTo("token-verification-failed");
    String forged = SigningKey.of("ins_1").token(machineClaims());
    assertThat(outcome(builder().build(), forged)).isEqualTo("token-verification-failed");
  }

  @Test
  void apiThatIsDown_isNotTheFaultOfAMachine() {
    server.respond(ApiServer.KEYS, 503, "{}");
    SignedOut out = (SignedOut) builder().build().authenticate(with(m2mJwt(machineClaims())));
    assertThat(out.fate().status()).isEqualTo(503);
    assertThat(out.reason()).isEqualTo(AuthReason.JWK_REMOTE_FAILED_TO_LOAD);
  }

  @Test
  void tokenForOtherMachines_isRefusedWhereThisOneIsNamed() {
    String token = m2mJwt(machineClaims());
    assertThat(outcome(builder().machineId("mch_3").build(), token)).isEqualTo("mch_1");
    assertThat(outcome(builder().machineId("mch_9").build(), token))
        .isEqualTo("token-verification-failed");
    assertThat(outcome(builder().machineId("mch_9").build(), "ak_1")).isEqualTo("org_1");
  }

  @Test
  void oauthJwt_isReadByItsType() {
    Map<String, Object> claims = Sessions.without("azp");
    claims.put("client_id", "c");
    claims.put("jti", "oat_id");
    claims.put("scope", "read  write");
    Map<String, Object> header = KEY.header();
    header.put("typ", "application/at+jwt");
    header.put("cat", "cl_anything");
    MachineAuth machine = machine(KEY.token(header, claims));
    assertThat(machine.tokenType()).isEqualTo(TokenType.OAUTH_TOKEN);
    assertThat(machine.clientId()).isEqualTo("c");
    assertThat(machine.scopes()).containsExactly("read", "write");
    claims.put("scp", List.of("only"));
    assertThat(machine(KEY.token(header, claims)).scopes()).containsExactly("only");
  }

  @Test
  void otherKind_isRefusedWithoutARequest() {
    RequestAuthenticator keysOnly = builder().acceptsToken(TokenType.API_KEY).build();
    for (String token : List.of("mt_1", "oat_1", "x", m2mJwt(machineClaims()))) {
      assertThat(outcome(keysOnly, token)).isEqualTo("token-type-mismatch");
    }
    AuthResult none = keysOnly.authenticate(IncomingRequest.of("GET", "/", Map.of()));
    assertThat(((SignedOut) none).reason()).isEqualTo(AuthReason.NO_TOKEN_IN_HEADER);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void withoutACache_eachTokenIsAskedFor() {
    RequestAuthenticator authenticator = builder().build();
    assertThat(outcome(authenticator, "ak_1")).isEqualTo("org_1");
    assertThat(outcome(authenticator, "ak_1")).isEqualTo("org_1");
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void cache_isAskedUntilItsTimeIsOver() {
    RequestAuthenticator authenticator =
        builder().cacheOpaqueTokens(Duration.ofSeconds(30), 100).build();
    assertThat(outcome(authenticator, "ak_1")).isEqualTo("org_1");
    server.respond(API_KEY, 404, "{}");
    now.set(Sessions.NOW.plusSeconds(29));
    assertThat(outcome(authenticator, "ak_1")).isEqualTo("org_1");
    assertThat(outcome(authenticator, "ak_2")).isEqualTo("token-invalid");
    now.set(Sessions.NOW.plusSeconds(30));
    assertThat(outcome(authenticator, "ak_1")).isEqualTo("token-invalid");
    server.respond(API_KEY, 200, apiKey(""));
    assertThat(outcome(authenticator, "ak_1")).isEqualTo("org_1"); // A refusal is not kept.
  }

  @Test
  void cache_endsWithTheToken() {
    long end = Sessions.NOW.plusSeconds(10).toEpochMilli();
    server.respond(API_KEY, 200, apiKey(",\"expiration\":" + end));
    RequestAuthenticator authenticator =
        builder().cacheOpaqueTokens(Duration.ofSeconds(30), 100).build();
    assertThat(outcome(authenticator, "ak_1")).isEqualTo("org_1");
    server.respond(API_KEY, 404, "{}");
    now.set(Sessions.NOW.plusSeconds(9));
    assertThat(outcome(authenticator, "ak_1")).isEqualTo("org_1");
    now.set(Sessions.NOW.plusSeconds(10));
    assertThat(outcome(authenticator, "ak_1")).isEqualTo("token-invalid");
  }

  @Test
  void cache_isBounded() {
    RequestAuthenticator authenticator =
        builder().cacheOpaqueTokens(Duration.ofSeconds(30), 2).build();
    for (String token : List.of("ak_1", "ak_2", "ak_1", "ak_3", "ak_1", "ak_2")) {
      assertThat(outcome(authenticator, token)).isEqualTo("org_1");
    }
    assertThat(server.requests()).hasSize(4); // 1, 2, 3, and 2 again.
  }

  @Test
  void templateOfAJwt_isNoSessionWhateverElseIsAccepted() {
    Map<String, Object> header = KEY.header();
    header.put("cat", "cl_B7d4PD222AAA");
    Map<String, Object> claims = new LinkedHashMap<>(Sessions.claims());
    claims.put("aud", "https://api.example.com");
    assertThat(outcome(builder().build(), KEY.token(header, claims)))
        .isEqualTo("token-type-mismatch");
    header.remove("cat");
    assertThat(outcome(builder().build(), KEY.token(header, claims))).isEqualTo("user_1");
  }

  @Test
  void builder_isForTestsOfUsers_andForMachinesOnly() {
    MachineAuth key =
        MachineAuth.builder(TokenType.API_KEY, "org_1")
            .id("ak_1")
            .name("CI")
            .scopes(List.of("reports:read"))
            .build();
    assertThat(key.organizationId()).isEqualTo("org_1");
    assertThat(key.id()).isEqualTo("ak_1");
    assertThat(key.name()).isEqualTo("CI");
    assertThat(key.scopes()).containsExactly("reports:read");
    assertThatThrownBy(() -> MachineAuth.builder(TokenType.SESSION_TOKEN, "user_1"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
