package dev.clerkbapi.paging;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lists of users and organizations, in pages; keeps which offsets were asked for. */
final class PageServer implements AutoCloseable {
  static {
    // Otherwise the body waits until the headers are acknowledged, for 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /** In place of a status: no response, and the end of the connection. */
  static final int LOST = 0;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Integer> offsets = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger mostUnderWay = new AtomicInteger();
  private final List<String> ids = Collections.synchronizedList(new ArrayList<>());
  private volatile IntUnaryOperator statuses = offset -> 200;
  private volatile boolean pages = true;

  PageServer(int elements) throws IOException {
    IntStream.range(0, elements).forEach(i -> ids.add("id_" + i));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::respond);
    server.start();
  }

  String baseUrl() {
    return "http://localhost:" + server.getAddress().getPort() + "/v1";
  }

  /** Asked for each request with its offset, which it may keep waiting; returns the status. */
  void statuses(IntUnaryOperator statuses) {
    this.statuses = statuses;
  }

  /** Responds with all elements whatever is asked for. */
  void ignorePaging() {
    pages = false;
  }

  /** Adds an element at the front: all others move. */
  void insert(String id) {
    ids.add(0, id);
  }

  List<Integer> offsets() {
    return List.copyOf(offsets);
  }

  int mostUnderWay() {
    return mostUnderWay.get();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void respond(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    int offset = number(query, "offset");
    offsets.add(offset);
    mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    int status = statuses.applyAsInt(offset);
    underWay.decrementAndGet();
    if (status == LOST) {
      exchange.close();
      return;
    }
    if (status == 429) {
      exchange.getResponseHeaders().set("Retry-After", "2");
    }
    boolean withTotal = exchange.getRequestURI().getPath().endsWith("/organizations");
    String json = status == 200 ? page(offset, number(query, "limit"), withTotal) : "{}";
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private String page(int offset, int limit, boolean withTotal) {
    String elements;
    synchronized (ids) {
      elements =
          ids.stream()
              .skip(pages ? offset : 0)
              .limit(pages ? limit : Long.MAX_VALUE)
              .map(id -> "{\"id\":\"" + id + "\"}")
              .collect(Collectors.joining(",", "[", "]"));
    }
    return withTotal ? "{\"data\":" + elements + ",\"total_count\":" + ids.size() + "}" : elements;
  }

  private static int number(String query, String name) {
    Matcher value = Pattern.compile("\\b" + name + "=(\\d+)").matcher(query);
    return value.find() ? Integer.parseInt(value.group(1)) : 0;
  }
}
