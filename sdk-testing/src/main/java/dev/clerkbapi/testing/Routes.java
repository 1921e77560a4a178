package dev.clerkbapi.testing;

import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what a request asks for. */
final class Routes {
  private static final String USERS = "/v1/users";
  private static final int MOST = 500;

  private final UserStore users;

  Routes(UserStore users) {
    this.users = users;
  }

  Answer answer(Request request) {
    String method = request.getMethod().getName();
    String path = request.getUrl().replaceFirst("\\?.*", "");
    if (path.equals(USERS) && method.equals("GET")) {
      return list(request);
    }
    if (!path.startsWith(USERS + "/")) {
      return nothingHere(method, path);
    }
    String rest = path.substring(USERS.length() + 1);
    int slash = rest.indexOf('/');
    String id =
        URLDecoder.decode(slash < 0 ? rest : rest.substring(0, slash), StandardCharsets.UTF_8);
    String action = slash < 0 ? "" : rest.substring(slash + 1);
    return route(method, path, id, action);
  }

  private Answer route(String method, String path, String id, String action) {
    boolean read = method.equals("GET") && action.isEmpty();
    boolean write =
        method.equals("POST") && Set.of("lock", "unlock", "ban", "unban").contains(action);
    return read || write ? users.act(id, action) : nothingHere(method, path);
  }

  private Answer list(Request request) {
    Optional<Integer> limit = number(request, "limit", 10, 1, MOST);
    Optional<Integer> offset = number(request, "offset", 0, 0, Integer.MAX_VALUE);
    if (limit.isEmpty() || offset.isEmpty()) {
      return Answer.error(
          422, "form_param_value_invalid", "limit is 1 to " + MOST + ", offset is 0 or more");
    }
    QueryParameter ids = request.queryParameter("user_id");
    List<String> wanted = ids.isPresent() ? ids.values() : List.of();
    return Answer.ok(users.page(wanted, offset.get(), limit.get()));
  }

  private static Optional<Integer> number(
      Request request, String name, int otherwise, int least, int most) {
    QueryParameter parameter = request.queryParameter(name);
    try {
      int number = parameter.isPresent() ? Integer.parseInt(parameter.firstValue()) : otherwise;
      return number >= least && number <= most ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Answer nothingHere(String method, String path) {
    return Answer.error(404, "resource_not_found", "FakeBapi does not know " + method + " " + path);
  }
}
