package dev.clerkbapi.samples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.auth.AuthResult;
import dev.clerkbapi.auth.IncomingExchange;
import dev.clerkbapi.auth.MachineAuth;
import dev.clerkbapi.auth.RequestAuthenticator;
import dev.clerkbapi.auth.RequestAuthenticatorBuilder;
import dev.clerkbapi.auth.Requirement;
import dev.clerkbapi.auth.SignedIn;
import dev.clerkbapi.auth.SignedOut;
import dev.clerkbapi.auth.TokenType;
import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.FakeSessionToken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Who sent this request, and may they?
 *
 * <p>An API on the JDK's server: {@code /me} is for users, {@code /reports} for users with a
 * permission and for API keys with a scope. A fake of BAPI signs the tokens with which it is
 * called.
 */
public final class WhoIsCalling {
  private static final String ORIGIN = "https://app.example.com";
  private static final String USER = "user_2abcdefghijklmnopqrstuvwxyz";

  private final RequestAuthenticator users;
  private final RequestAuthenticator usersAndKeys;

  /** Build authenticators once, and share them: they keep the keys of the instance. */
  WhoIsCalling(ClerkClient clerk) {
    this.users = builder(clerk).build();
    this.usersAndKeys =
        builder(clerk).acceptsTokens(TokenType.SESSION_TOKEN, TokenType.API_KEY).build();
  }

  private static RequestAuthenticatorBuilder builder(ClerkClient clerk) {
    return RequestAuthenticator.builder().client(clerk).authorizedParties(ORIGIN);
  }

  /** What an API responds with. */
  private record Reply(int status, String text) {}

  /** What a route does for somebody who is signed in. */
  private interface Route {
    Reply reply(SignedIn caller);
  }

  private static Reply me(SignedIn caller) {
    return new Reply(200, "You are " + caller.auth().subject());
  }

  private static Reply reports(SignedIn caller) {
    boolean may =
        caller.auth() instanceof MachineAuth key
            ? key.scopes().contains("reports:read")
            : caller.auth().has(Requirement.permission("org:reports:read"));
    return may
        ? new Reply(200, "The reports, for " + caller.auth().subject())
        : new Reply(403, "You may not read reports");
  }

  private static HttpHandler handler(RequestAuthenticator authenticator, Route route) {
    return exchange -> {
      try (exchange) {
        AuthResult result = authenticator.authenticate(IncomingExchange.of(exchange));
        // Only the reason goes out: the message is for your logs.
        send(
            exchange,
            result instanceof SignedOut out
                ? new Reply(out.fate().status(), out.reason().value())
                : route.reply((SignedIn) result));
      }
    };
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    byte[] body = reply.text().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), body.length);
    exchange.getResponseBody().write(body);
  }

  HttpServer start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/me", handler(users, WhoIsCalling::me));
    server.createContext("/reports", handler(usersAndKeys, WhoIsCalling::reports));
    server.start();
    return server;
  }

  /** Calls the API in several ways. */
  public static void main(String[] args) throws IOException, InterruptedException {
    run(Terminal.ofSystem());
  }

  static void run(Terminal terminal) throws IOException, InterruptedException {
    try (FakeBapi bapi = FakeBapi.start();
        ClerkClient clerk =
            ClerkClient.builder().secretKey(bapi.secretKey()).baseUrl(bapi.baseUrl()).build()) {
      HttpServer server = new WhoIsCalling(clerk).start();
      try {
        Curl curl = new Curl("http://127.0.0.1:" + server.getAddress().getPort(), terminal);
        FakeSessionToken session = bapi.tokens().session(USER).authorizedParty(ORIGIN);
        curl.get("/me", "SESSION", session.sign());
        curl.get("/me", "", "");
        curl.get("/me", "EXPIRED_SESSION", session.expired().sign());
        curl.get("/reports", "SESSION", session.sign());
        FakeSessionToken admin =
            session.organization("org_1", "org:admin").permissions("org:reports:read");
        curl.get("/reports", "SESSION_OF_ADMIN", admin.sign());
        String key =
            clerk
                .apiKeys()
                .create(k -> k.name("cron").subject(USER).scopes(List.of("reports:read")))
                .secret();
        curl.get("/reports", "API_KEY", key);
        curl.get("/me", "API_KEY", key);
      } finally {
        server.stop(0);
      }
    }
  }

  /** Sends a request, and prints how curl would send it, with a name in place of the token. */
  private record Curl(String server, Terminal terminal) {
    void get(String path, String name, String token) throws IOException, InterruptedException {
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path));
      String header = "";
      if (!token.isEmpty()) {
        request.header("Authorization", "Bearer " + token);
        header = "-H \"Authorization: Bearer $" + name + "\" ";
      }
      HttpResponse<String> response =
          HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
      terminal.say("curl " + header + server + path);
      terminal.say("  " + response.statusCode() + " " + response.body());
    }
  }
}
