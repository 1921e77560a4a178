package dev.clerkbapi.benchmarks;

import com.clerk.backend_api.helpers.security.VerifyToken;
import com.clerk.backend_api.helpers.security.models.VerifyTokenOptions;
import com.sun.net.httpserver.HttpServer;
import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.auth.TokenVerifier;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * The first token of a process, whose key is fetched from a server of this process. Prints the
 * milliseconds from the making of the verifier to the verified token; the server, and the token
 * with its key, are made before. Argument: {@code sdk} or {@code peer}.
 */
public final class FirstVerification {
  private FirstVerification() {}

  public static void main(String[] args) throws Exception {
    SessionToken token = new SessionToken();
    HttpServer server = server(token.jwks());
    String origin = "http://127.0.0.1:" + server.getAddress().getPort();
    long start = System.nanoTime();
    Object verified = verify(args[0], origin, token.text());
    double millis = (System.nanoTime() - start) / 1e6;
    if (!verified.toString().contains(SessionToken.USER_ID)) {
      throw new IllegalStateException("not that user's: " + verified);
    }
    System.out.println("verified " + millis);
    System.exit(0);
  }

  static Object verify(String contender, String origin, String text) throws Exception {
    if (contender.equals("peer")) {
      VerifyTokenOptions options =
          VerifyTokenOptions.secretKey(Contenders.KEY)
              .apiUrl(origin)
              .authorizedParty(SessionToken.ORIGIN)
              .build();
      return VerifyToken.verifyToken(text, options).payload();
    }
    ClerkClient clerk =
        ClerkClient.builder().secretKey(Contenders.KEY).baseUrl(origin + "/v1").build();
    return TokenVerifier.builder()
        .client(clerk)
        .authorizedParties(SessionToken.ORIGIN)
        .build()
        .verify(text);
  }

  /** Serves the keys. */
  static HttpServer server(String jwks) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] body = jwks.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/v1/jwks",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }
}
