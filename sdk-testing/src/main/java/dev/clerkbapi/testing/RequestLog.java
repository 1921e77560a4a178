package dev.clerkbapi.testing;

import dev.clerkbapi.testing.internal.http.Request;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest requests; bounded, so that a long load test does not run out of memory. */
final class RequestLog {
  private static final int MOST = 10_000;

  private final Deque<FakeRequest> requests = new ArrayDeque<>();

  void add(Request request) {
    FakeRequest added =
        new FakeRequest(request.method(), request.target(), request.headers(), request.text());
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
