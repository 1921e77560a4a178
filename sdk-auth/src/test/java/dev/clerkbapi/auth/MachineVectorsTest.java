package dev.clerkbapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.ClerkClientBuilder;
import dev.clerkbapi.auth.fixtures.ApiServer;
import dev.clerkbapi.auth.fixtures.QuietLog;
import dev.clerkbapi.auth.fixtures.Tally;
import dev.clerkbapi.auth.fixtures.Vectors;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Compares with recorded outcomes about kinds of tokens, and which of them are accepted. */
@ExtendWith(QuietLog.class)
class MachineVectorsTest {
  private static final String URL = "https://app.example.com/p";

  /** What the API says about a token of each kind, in the words of its description. */
  private static final Map<String, String> GOOD =
      Map.of(
          "ak",
          "'object':'api_key','id':'ak_1','type':'api_key','name':'k','subject':'user_1','scopes':['read'],"
              + "'claims':null,'revoked':false,'expired':false,'expiration':null",
          "mt",
          "'object':'machine_to_machine_token','id':'mt_1','subject':'mch_a','scopes':['mch_b'],"
              + "'claims':null,'revoked':false,'expired':false,'expiration':null",
          "oat",
          "'object':'clerk_idp_oauth_access_token','id':'oat_1','client_id':'client_1',"
              + "'subject':'user_1','scopes':['read'],'revoked':false,'expired':false");

  private static final Map<String, String> PATHS =
      Map.of(
          "ak", "POST /api_keys/verify",
          "mt", "POST /m2m_tokens/verify",
          "oat", "POST /oauth_applications/access_tokens/verify");

  @Test
  void genAccepts() {
    Vectors vectors = Vectors.of("gen-accepts");
    Tally tally = new Tally("gen-accepts");
    try (ApiServer server = new ApiServer();
        ClerkClient client = server.client((String) vectors.get("secretKey")).build()) {
      for (Map<String, Object> one : vectors.cases()) {
        server.forget();
        server.keySet(Vectors.json(vectors.get("jwks")));
        respond(server, one);
        AuthResult result =
            accepting(client, vectors, one.get("accepts")).authenticate(of(vectors, one));
        tally(vectors, one, result, tally);
        assertThat(server.requests().stream().filter(line -> !line.equals(ApiServer.KEYS)).toList())
            .as("%s", one.get("id"))
            .isEqualTo(one.get("requests"));
      }
    }
    tally.end(804);
  }

  private static void tally(
      Vectors vectors, Map<String, Object> one, AuthResult result, Tally tally) {
    Map<String, Object> expect = Vectors.map(one.get("expect"));
    Map<String, Object> wanted = vectors.wanted(one.get("id"));
    if (wanted != null) {
      tally.differs(
          one.get("id"), RequestVectorsTest.outcome(wanted), RequestVectorsTest.outcome(result));
      return;
    }
    tally.same(
        one.get("id"), RequestVectorsTest.outcome(expect), RequestVectorsTest.outcome(result));
    TokenType type = result.tokenType();
    assertThat(type == null ? null : type.value()).isEqualTo(expect.get("tokenType"));
    if (result instanceof SignedIn in) {
      assertThat(described(in)).containsAllEntriesOf(described(Vectors.map(expect.get("auth"))));
    }
  }

  private static void respond(ApiServer server, Map<String, Object> one) {
    String kind = String.valueOf(one.get("header"));
    String good = GOOD.get(kind);
    if (good == null) {
      return;
    }
    String request = PATHS.get(kind);
    String body = ("{" + good + "}").replace('\'', '"');
    switch (String.valueOf(one.get("apiAnswers"))) {
      case "200" -> server.respond(request, 200, body);
      case "revoked" ->
          server.respond(request, 200, body.replace("\"revoked\":false", "\"revoked\":true"));
      case "expired" ->
          server.respond(request, 200, body.replace("\"expired\":false", "\"expired\":true"));
      case "inactive" -> server.respond(request, 200, "{\"active\":false}");
      case "html" -> server.respond(request, 200, "<html>");
      case "down" -> server.respond(request, 0, "");
      case "null" -> {}
      default ->
          server.respond(
              request,
              Integer.parseInt((String) one.get("apiAnswers")),
              "{\"errors\":[{\"code\":\"x\",\"message\":\"x\"}]}");
    }
  }

  private static RequestAuthenticator accepting(
      ClerkClient client, Vectors vectors, Object accepts) {
    RequestAuthenticatorBuilder builder =
        RequestAuthenticator.builder()
            .client(client)
            .publishableKey((String) vectors.get("publishableKey"))
            .clock(VerifyVectorsTest.clock((Long) vectors.get("now")));
    return accepting(builder, accepts).build();
  }

  static RequestAuthenticatorBuilder accepting(
      RequestAuthenticatorBuilder builder, Object accepts) {
    if (accepts instanceof List<?> list) {
      return builder.acceptsTokens(
          Vectors.texts(list).stream().map(MachineVectorsTest::type).toArray(TokenType[]::new));
    }
    if ("any".equals(accepts)) {
      return builder.acceptsAnyToken();
    }
    return accepts == null ? builder : builder.acceptsToken(type((String) accepts));
  }

  private static TokenType type(String value) {
    return Arrays.stream(TokenType.values())
        .filter(one -> one.value().equals(value))
        .findFirst()
        .orElseThrow();
  }

  private static IncomingRequest of(Vectors vectors, Map<String, Object> one) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    Object token = Vectors.map(vectors.get("tokens")).get(String.valueOf(one.get("header")));
    if (token != null) {
      headers.put("Authorization", List.of("Bearer " + token));
    }
    if (Boolean.TRUE.equals(one.get("sessionCookie"))) {
      headers.put("Cookie", List.of((String) vectors.get("cookieHeader")));
    }
    return IncomingRequest.of("GET", URL, headers);
  }

  private static Map<String, Object> described(SignedIn in) {
    Map<String, Object> all = new LinkedHashMap<>();
    in.session().ifPresent(session -> all.put("userId", session.userId()));
    in.machine()
        .ifPresent(
            machine -> {
              all.put("id", machine.id());
              all.put("subject", machine.subject());
              all.put("scopes", machine.scopes());
              all.put("name", machine.name());
              all.put("userId", machine.userId());
              all.put("orgId", machine.organizationId());
              all.put("machineId", machine.machineId());
              all.put("clientId", machine.clientId());
              all.put("claims", machine.claims().isEmpty() ? null : machine.claims());
            });
    all.put("isAuthenticated", true);
    return all;
  }

  /** An OAuth token's own claims, and what is null, are not compared. */
  private static Map<String, Object> described(Map<String, Object> auth) {
    Map<String, Object> all = new LinkedHashMap<>(auth);
    all.values().removeIf(value -> value == null);
    return all;
  }

  @Test
  void genKinds() {
    Vectors vectors = Vectors.of("gen-kinds");
    Tally tally = new Tally("gen-kinds");
    for (Map<String, Object> one : vectors.cases()) {
      TokenType type = TokenKind.of((String) one.get("token")).type();
      tally.same(one.get("token"), one.get("kind"), type.value());
    }
    tally.end(21);
  }

  @Test
  void tokenKinds() {
    Vectors vectors = Vectors.of("token-kinds");
    Tally tally = new Tally("token-kinds");
    for (Map<String, Object> one : vectors.cases()) {
      Map<String, Object> expect = Vectors.map(one.get("expect"));
      Object expected = expect.getOrDefault("ok", "session_token");
      Object actual = kindOutcome(one);
      if (actual == null) {
        tally.notApplicable();
      } else {
        tally.same(one.get("id"), expected, actual);
      }
    }
    tally.end(66);
  }

  /** The questions that JavaScript asks with several functions; null for one that is not asked. */
  private static Object kindOutcome(Map<String, Object> one) {
    String token = String.valueOf(one.get("token"));
    TokenKind kind = TokenKind.of(token);
    boolean jwt = kind.jws() != null;
    boolean machine = kind.type() != TokenType.SESSION_TOKEN;
    return switch ((String) one.get("question")) {
      case "isMachineTokenByPrefix" -> machine && !jwt;
      case "isMachineToken" -> machine;
      case "getMachineTokenType" -> kind.type().value();
      case "isMachineTokenType" -> type(token) != TokenType.SESSION_TOKEN;
      case "isOAuthJwt" -> jwt && kind.type() == TokenType.OAUTH_TOKEN;
      case "isM2MJwt" -> jwt && kind.type() == TokenType.M2M_TOKEN;
      case "isMachineJwt" -> jwt && machine;
      case "isTokenTypeAccepted" ->
          isAccepted(type((String) one.get("tokenType")), one.get("acceptsToken"));
      default -> null; // isJwtFormat: of the form alone, whatever it contains.
    };
  }

  private static boolean isAccepted(TokenType type, Object accepts) {
    if (accepts instanceof List<?> list) {
      return Accepted.anyOf(
              new java.util.HashSet<>(
                  Vectors.texts(list).stream().map(MachineVectorsTest::type).toList()))
          .accepts(type);
    }
    Accepted accepted =
        "any".equals(accepts) ? Accepted.any() : Accepted.only(type((String) accepts));
    return accepted.accepts(type);
  }

  @Test
  void machineTokens() {
    Vectors vectors = Vectors.of("machine-tokens");
    Tally tally = new Tally("machine-tokens");
    for (Map<String, Object> one : vectors.cases()) {
      if (Vectors.json(one).contains("$function")) {
        tally.notApplicable();
      } else {
        machineToken(one, tally);
      }
    }
    tally.end(26);
  }

  private static void machineToken(Map<String, Object> one, Tally tally) {
    Map<String, Object> options = Vectors.map(one.get("options"));
    Map<String, Object> expect = Vectors.map(one.get("expect"));
    boolean machine = options.containsKey("machineSecretKey");
    try (ApiServer server = server(one);
        ClerkClient client = client(server, options)) {
      RequestAuthenticatorBuilder builder = RequestAuthenticator.builder().client(client);
      AuthResult result =
          (machine
                  ? builder.acceptsToken(TokenType.M2M_TOKEN)
                  : builder.acceptsTokens(
                      TokenType.API_KEY, TokenType.M2M_TOKEN, TokenType.OAUTH_TOKEN))
              .clock(VerifyVectorsTest.clock((Long) one.get("now")))
              .build()
              .authenticate(
                  IncomingRequest.of(
                      "GET", URL, Map.of("authorization", List.of("Bearer " + one.get("token")))));
      if (result instanceof SignedOut out && out.tokenType() == null) {
        // Neither kind of JWT: JavaScript asks its functions directly, which is no way of ours.
        tally.differs(one.get("id"), "token-type-mismatch", out.reason().value());
        return;
      }
      assertThat(server.authorizations()).containsAll(sent(one));
      Object error = expect.get("error");
      tally.same(
          one.get("id"), error == null ? "signed-in" : error, RequestVectorsTest.outcome(result));
      assertThat(result.tokenType().value()).isEqualTo(expect.get("tokenType"));
      if (result instanceof SignedIn in) {
        Map<String, Object> ok = new LinkedHashMap<>(Vectors.map(expect.get("ok")));
        ok.keySet().retainAll(List.of("id", "subject", "scopes", "name", "claims", "clientId"));
        if (in.tokenType() == TokenType.OAUTH_TOKEN) {
          ok.remove("name"); // Which BAPI's description does not have.
        }
        assertThat(described(in)).containsAllEntriesOf(ok);
      }
    }
  }

  /** With the keys of the options, or a secret key if there are none. */
  private static ClerkClient client(ApiServer server, Map<String, Object> options) {
    ClerkClientBuilder builder = server.client();
    if (options.get("machineSecretKey") instanceof String machine) {
      builder.machineSecretKey(machine);
    }
    if (options.get("secretKey") instanceof String || !options.containsKey("machineSecretKey")) {
      builder.secretKey((String) options.getOrDefault("secretKey", "sk_test_x"));
    }
    return builder.build();
  }

  /** The keys of the recorded requests. */
  private static List<String> sent(Map<String, Object> one) {
    return Vectors.list(one.get("exchanges")).stream()
        .map(exchange -> Vectors.map(Vectors.map(exchange).get("request")))
        .map(request -> (String) request.get("authorization"))
        .toList();
  }

  /** Responds as recorded; the recordings have members in JavaScript's own spelling. */
  static ApiServer server(Map<String, Object> one) {
    ApiServer server = new ApiServer();
    if (one.get("jwks") != null) {
      Map<String, Object> jwks = Vectors.map(one.get("jwks"));
      server.respond(
          ApiServer.KEYS, ((Long) jwks.get("status")).intValue(), (String) jwks.get("body"));
    }
    for (Object exchange : Vectors.list(one.get("exchanges"))) {
      Map<String, Object> request = Vectors.map(Vectors.map(exchange).get("request"));
      Map<String, Object> response = Vectors.map(Vectors.map(exchange).get("response"));
      String path = String.valueOf(request.get("url")).replaceFirst("https://[^/]+(/v1)?", "");
      server.respond(
          request.get("method") + " " + path,
          ((Long) response.get("status")).intValue(),
          String.valueOf(response.get("body")).replace("\"clientId\"", "\"client_id\""));
    }
    return server;
  }

  @Test
  void authenticateRequest() {
    Vectors vectors = Vectors.of("authenticate-request");
    Tally tally = new Tally("authenticate-request");
    for (Map<String, Object> one : vectors.cases()) {
      Map<String, Object> options = Vectors.map(one.get("options"));
      if (Boolean.TRUE.equals(options.get("isSatellite"))) {
        tally.notApplicable(); // Satellite domains are for pages only.
      } else {
        authenticateRequest(one, options, tally);
      }
    }
    tally.end(91);
  }

  private static void authenticateRequest(
      Map<String, Object> one, Map<String, Object> options, Tally tally) {
    Map<String, Object> expect = Vectors.map(one.get("expect"));
    if (expect.containsKey("throws")) {
      tally.notApplicable(); // There is no client without a key.
      return;
    }
    try (ApiServer server = server(one);
        ClerkClient client = client(server, options)) {
      RequestAuthenticatorBuilder builder =
          RequestAuthenticator.builder()
              .client(client)
              .publishableKey((String) options.get("publishableKey"))
              .clock(VerifyVectorsTest.clock((Long) one.get("now")));
      if (options.get("authorizedParties") instanceof List<?> parties) {
        builder.authorizedParties(Vectors.texts(parties));
      }
      AuthResult result =
          accepting(builder, options.get("acceptsToken"))
              .build()
              .authenticate(RequestVectorsTest.request(Vectors.map(one.get("request"))));
      String actual = RequestVectorsTest.outcome(result);
      if (!Vectors.list(one.get("bapi")).isEmpty()) { // Refreshing is for pages only.
        tally.differs(one.get("id"), "session-token-expired", actual);
        return;
      }
      boolean in = "signed-in".equals(expect.get("apiStatus"));
      tally.same(one.get("id"), in ? "signed-in" : expect.get("reason"), actual);
      TokenType type = result.tokenType();
      assertThat(type == null ? null : type.value()).isEqualTo(expect.get("tokenType"));
    }
  }

  @Test
  void jwksFetch() {
    Vectors vectors = Vectors.of("jwks-fetch");
    Tally tally = new Tally("jwks-fetch");
    for (Map<String, Object> one : vectors.cases()) {
      Map<String, Object> options = Vectors.map(one.get("options"));
      boolean kept = Vectors.list(one.get("exchanges")).isEmpty();
      if (kept || options.containsKey("apiVersion") || options.get("secretKey") == null) {
        tally.notApplicable(); // JavaScript's cache between cases, which KeySetTest has for ours.
      } else {
        tally.same(one.get("id"), expectedKey(one), fetchedKey(one, options));
      }
    }
    tally.end(23);
  }

  private static Object expectedKey(Map<String, Object> one) {
    Map<String, Object> expect = Vectors.map(one.get("expect"));
    return expect.get("throws") != null ? expect.get("throws") : "key";
  }

  private static String fetchedKey(Map<String, Object> one, Map<String, Object> options) {
    try (ApiServer server = server(one);
        ClerkClient client = server.client((String) options.get("secretKey")).build()) {
      var unused = new KeySet(KeyFetch.with(client), System::nanoTime).key(options.get("kid"));
      return "key";
    } catch (TokenVerificationException e) {
      return e.reason().value();
    }
  }
}
