package dev.clerkbapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.auth.fixtures.ApiServer;
import dev.clerkbapi.auth.fixtures.LogTrap;
import dev.clerkbapi.auth.fixtures.Sessions;
import dev.clerkbapi.auth.fixtures.SigningKey;
import dev.clerkbapi.auth.fixtures.ThrowableText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No token, cookie or key is in a message, a toString or a log, whatever happens. */
class SecrecyTest {
  private static final SigningKey KEY = SigningKey.of("ins_1");
  private static final String SECRET_KEY = "sk_test_verysecretkey";
  private static final String OPAQUE = "ak_verysecretapikey";
  private static final int PIECE = 12;
  private static final List<String> TOKENS = makeTokens();

  private final List<String> said = new ArrayList<>();
  private final List<String> secrets = new ArrayList<>(List.of(SECRET_KEY, OPAQUE));

  @Test
  void nothingSecret_isEverSaid() {
    try (LogTrap log = new LogTrap();
        ApiServer server = new ApiServer();
        ClerkClient client = server.client(SECRET_KEY).build()) {
      for (String keys : List.of(KEY.keySet(), "<html>")) {
        for (int status : new int[] {200, 401, 500, 0}) {
          server.respond(ApiServer.KEYS, status, keys);
          server.respond(
              "POST /api_keys/verify",
              status,
              "{\"subject\":\"user_1\",\"echo\":\"" + OPAQUE + "\"}");
          everyToken(client);
        }
      }
      said.addAll(log.lines().stream().filter(line -> line.contains("verifier")).toList());
      assertThat(said).hasSizeGreaterThan(50);
    }
    Set<String> pieces = new HashSet<>();
    secrets.forEach(secret -> pieces.addAll(pieces(secret)));
    for (String one : said) {
      assertThat(pieces(one)).noneMatch(pieces::contains);
    }
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i + PIECE <= text.length(); i++) {
      pieces.add(text.substring(i, i + PIECE));
    }
    return pieces;
  }

  private void everyToken(ClerkClient client) {
    TokenVerifierBuilder verifiers = TokenVerifier.builder().client(client).clock(Sessions.CLOCK);
    RequestAuthenticatorBuilder authenticators =
        RequestAuthenticator.builder().client(client).clock(Sessions.CLOCK).acceptsAnyToken();
    TokenVerifier verifier = verifiers.build();
    RequestAuthenticator authenticator = authenticators.build();
    said.addAll(
        List.of(
            "" + verifiers, "" + authenticators, "" + verifier, "" + authenticator, "" + client));
    for (String token : TOKENS) {
      secrets.add(token);
      try {
        said.add("" + verifier.verify(token));
      } catch (TokenVerificationException e) {
        said.add(ThrowableText.of(e));
      }
      for (String header : List.of("Authorization", "Cookie")) {
        String value = header.equals("Cookie") ? "__session=" + token + "; __client_uat=1" : token;
        IncomingRequest request =
            IncomingRequest.of("GET", "https://app.example.com/", Map.of(header, List.of(value)));
        AuthResult result = authenticator.authenticate(request);
        said.add(result + " " + result.headers());
        if (result instanceof SignedOut out) {
          out.cause().ifPresent(cause -> said.add(ThrowableText.of(cause)));
        }
      }
    }
  }

  private static List<String> makeTokens() {
    Map<String, Object> none = new LinkedHashMap<>(Map.of("alg", "none", "kid", "ins_1"));
    Map<String, Object> unknown = KEY.header();
    unknown.put("kid", "ins_unknown");
    String good = KEY.token(Sessions.claims());
    return List.of(
        good,
        good.substring(0, good.length() - 8) + "AAAAAAAA",
        good.substring(0, good.length() - 1),
        KEY.token(none, Sessions.claims()),
        KEY.token(unknown, Sessions.claims()),
        KEY.token(Sessions.with("exp", 1)),
        KEY.token(Sessions.with("sub", "mch_1")),
        KEY.signed("{\"alg\":\"RS256\"", "{"),
        OPAQUE);
  }
}
