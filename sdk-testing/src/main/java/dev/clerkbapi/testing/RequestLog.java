package dev.clerkbapi.testing;

import com.github.tomakehurst.wiremock.http.Request;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The latest requests. Bounded, so that a long load test does not fill the memory with them. */
final class RequestLog {
  private static final int MOST = 10_000;

  private final Deque<FakeRequest> requests = new ArrayDeque<>();

  void add(Request request) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    request
        .getHeaders()
        .all()
        .forEach(header -> headers.putIfAbsent(header.key(), header.firstValue()));
    FakeRequest added =
        new FakeRequest(
            request.getMethod().getName(),
            request.getUrl(),
            Collections.unmodifiableMap(headers),
            request.getBodyAsString());
    synchronized (requests) {
      if (requests.size() == MOST) {
        requests.removeFirst();
      }
      requests.addLast(added);
    }
  }

  List<FakeRequest> all() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }
}
