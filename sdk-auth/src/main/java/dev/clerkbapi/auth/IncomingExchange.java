package dev.clerkbapi.auth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request of the JDK's own HTTP server; needs the module {@code jdk.httpserver} at run time. */
public final class IncomingExchange implements IncomingRequest {
  private final HttpExchange exchange;

  private IncomingExchange(HttpExchange exchange) {
    this.exchange = exchange;
  }

  /**
   * Returns a view of the request.
   *
   * @param exchange of a handler or filter
   */
  @SuppressWarnings("exports") // Transitive would demand the module of everybody at compile time.
  public static IncomingRequest of(HttpExchange exchange) {
    return new IncomingExchange(exchange);
  }

  @Override
  public String method() {
    return exchange.getRequestMethod();
  }

  @Override
  public String url() {
    String scheme = exchange instanceof HttpsExchange ? "https" : "http";
    String host = exchange.getRequestHeaders().getFirst("Host");
    return scheme + "://" + (host == null ? "localhost" : host) + exchange.getRequestURI();
  }

  @Override
  public List<String> headers(String name) {
    @Nullable List<String> values = exchange.getRequestHeaders().get(name);
    return values == null ? List.of() : values;
  }
}
