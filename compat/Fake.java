import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.clerkbapi.testing.FakeBapi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The API that all consumers talk to, over http and over https, on free ports of this machine: {@code java -cp
 * sdk-testing.jar Fake.java KEYSTORE PASSWORD}. Prints one line, "HTTP-URL HTTPS-URL SECRET-KEY", and ends with its input.
 */
final class Fake {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  public static void main(String[] args) throws Exception {
    try (FakeBapi bapi = FakeBapi.start()) {
      bapi.addUser("user_123");
      String origin = bapi.baseUrl().replaceFirst("/v1/?$", "");
      HttpsServer tls = overTls(origin, keys(Path.of(args[0]), args[1].toCharArray()));
      System.out.println(origin + " https://localhost:" + tls.getAddress().getPort() + " " + bapi.secretKey());
      System.in.readAllBytes();
      tls.stop(0);
    }
  }

  private static HttpsServer overTls(String origin, SSLContext keys) throws IOException {
    HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(keys));
    server.createContext("/", exchange -> pass(exchange, origin));
    server.start();
    return server;
  }

  /** Sends to the fake what came over TLS: the fake itself has http only. */
  private static void pass(HttpExchange exchange, String origin) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + exchange.getRequestURI()))
            .method(
                exchange.getRequestMethod(),
                HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    for (String name : new String[] {"Authorization", "Clerk-API-Version", "Content-Type"}) {
      exchange.getRequestHeaders().getOrDefault(name, java.util.List.of()).forEach(it -> request.header(name, it));
    }
    HttpResponse<byte[]> response;
    try {
      response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    response.headers().firstValue("Content-Type").ifPresent(it -> exchange.getResponseHeaders().set("Content-Type", it));
    exchange.sendResponseHeaders(response.statusCode(), response.body().length == 0 ? -1 : response.body().length);
    exchange.getResponseBody().write(response.body());
    exchange.close();
  }

  private static SSLContext keys(Path file, char[] password) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}
