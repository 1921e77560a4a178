package dev.clerkbapi.testing;

import dev.clerkbapi.testing.internal.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Dispatches a request by its method and path. */
final class Routes {
  private static final String ROOT = "/v1/";

  private final InstanceRoutes instance;
  private final UserRoutes users;
  private final SessionRoutes sessions;
  private final int longestUrl;

  Routes(InstanceRoutes instance, UserStore users, SessionStore sessions, int longestUrl) {
    this.instance = instance;
    this.longestUrl = longestUrl;
    this.users = new UserRoutes(users);
    this.sessions = new SessionRoutes(sessions);
  }

  JsonResponse respond(Request request) {
    if (request.target().length() > longestUrl) {
      return JsonResponse.error(414, "uri_too_long", "The URL is too long");
    }
    try {
      return carriedOut(request);
    } catch (Refusal e) {
      return e.response();
    }
  }

  private JsonResponse carriedOut(Request request) {
    String method = request.method();
    String path = path(request.target());
    // A path outside the root matches none of the names below.
    String[] parts = path.substring(path.startsWith(ROOT) ? ROOT.length() : 0).split("/", -1);
    String id = parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "";
    return switch (method + " " + shape(parts)) {
      case "GET instance" -> instance.get();
      case "GET users" -> users.list(Query.of(request.target()));
      case "GET users/count" -> users.count(Query.of(request.target()));
      case "GET users/*" -> users.act(id, "");
      case "POST users/*/lock", "POST users/*/unlock", "POST users/*/ban", "POST users/*/unban" ->
          users.act(id, parts[2]);
      case "GET sessions" -> sessions.list(Query.of(request.target()));
      case "GET sessions/*" -> sessions.get(id);
      case "POST sessions/*/revoke" -> sessions.revoke(id);
      default ->
          JsonResponse.error(
              404, "resource_not_found", "FakeBapi does not know " + method + " " + path);
    };
  }

  private static String path(String url) {
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  /** The path with a star instead of an ID. */
  private static String shape(String[] parts) {
    String[] shape = parts.clone();
    if (shape.length > 1 && !String.join("/", shape).equals("users/count")) {
      shape[1] = "*";
    }
    return String.join("/", shape);
  }
}
