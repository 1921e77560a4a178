package dev.clerkbapi.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request of a servlet container; needs {@code jakarta.servlet} at run time. */
public final class IncomingServletRequest implements IncomingRequest {
  private final HttpServletRequest request;

  private IncomingServletRequest(HttpServletRequest request) {
    this.request = request;
  }

  /**
   * Returns a view of the request, to be used while the container handles it.
   *
   * @param request of a filter or servlet
   */
  @SuppressWarnings("exports") // Transitive would demand the module of everybody at compile time.
  public static IncomingRequest of(HttpServletRequest request) {
    return new IncomingServletRequest(request);
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String url() {
    String query = request.getQueryString();
    return request.getRequestURL() + (query == null ? "" : "?" + query);
  }

  @Override
  public List<String> headers(String name) {
    @Nullable Enumeration<String> values = request.getHeaders(name); // Null if it may not say.
    return values == null ? List.of() : Collections.list(values);
  }
}
