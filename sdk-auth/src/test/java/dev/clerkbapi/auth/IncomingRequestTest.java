package dev.clerkbapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Where requests come from. */
class IncomingRequestTest {
  @Test
  void headersInAMap_areFoundInAnyCase() {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("Cookie", List.of("a=1"));
    headers.put("COOKIE", List.of("b=2"));
    headers.put(null, List.of("HTTP/1.1 200 OK"));
    IncomingRequest request = IncomingRequest.of("GET", "/", headers);
    headers.clear();
    assertThat(request.headers("cookie")).containsExactlyInAnyOrder("a=1", "b=2");
    assertThat(request.headers("authorization")).isEmpty();
  }

  @Test
  void jdksServer_tellsEverything() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    AtomicReference<String> seen = new AtomicReference<>();
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            IncomingRequest request = IncomingExchange.of(exchange);
            seen.set(
                request.method()
                    + " "
                    + request.url()
                    + " "
                    + request.headers("x-one")
                    + request.headers("x-none"));
            exchange.sendResponseHeaders(204, -1);
          }
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/me?a=1";
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url)).header("X-One", "1").header("X-One", "2").build();
      HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
      assertThat(seen).hasValue("GET " + url + " [1, 2][]");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void servlet_tellsEverything() {
    IncomingRequest request = IncomingServletRequest.of(servlet("a=1"));
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.url()).isEqualTo("http://localhost:8080/me?a=1");
    assertThat(request.headers("cookie")).containsExactly("x=1", "y=2");
    assertThat(request.headers("none")).isEmpty();
    assertThat(IncomingServletRequest.of(servlet(null)).url())
        .isEqualTo("http://localhost:8080/me");
  }

  @SuppressWarnings("JdkObsolete") // The interface wants a StringBuffer.
  private static HttpServletRequest servlet(String query) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            IncomingRequestTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getMethod" -> "POST";
                  case "getRequestURL" -> new StringBuffer("http://localhost:8080/me");
                  case "getQueryString" -> query;
                  case "getHeaders" ->
                      arguments[0].equals("cookie")
                          ? Collections.enumeration(List.of("x=1", "y=2"))
                          : null;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
