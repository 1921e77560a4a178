package dev.clerkbapi.testing;

import dev.clerkbapi.testing.internal.bapi.Bapi;
import dev.clerkbapi.testing.internal.bapi.Operation;
import dev.clerkbapi.testing.internal.bapi.Problem;
import dev.clerkbapi.testing.internal.bapi.RequestCheck;
import dev.clerkbapi.testing.internal.bapi.Schema;
import dev.clerkbapi.testing.internal.http.Request;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Responds to a request: refuses what does not fit the description, then takes the test's own
 * response, else what the fake keeps, else an example.
 */
final class Routes {
  private static final Bapi BAPI = Bapi.described();

  private final Map<String, Handler> handlers = new TreeMap<>();
  private final UserStore users;
  private final SessionStore sessions;
  private final Organizations organizations;
  private final Examples examples;
  private final Stubs stubs;
  private final int longestUrl;
  final M2mTokenRoutes m2mTokens;
  final OAuthTokenRoutes oauthTokens;

  Routes(
      InstanceRoutes instance,
      UserStore users,
      SessionStore sessions,
      Organizations organizations,
      Examples examples,
      TokenSigner signer,
      Stubs stubs,
      int longestUrl) {
    this.users = users;
    this.sessions = sessions;
    this.organizations = organizations;
    this.examples = examples;
    this.stubs = stubs;
    this.longestUrl = longestUrl;
    handlers.put("GET /instance", call -> instance.get());
    new UserRoutes(users, organizations, examples).addTo(handlers);
    new SessionRoutes(sessions, users, examples, signer).addTo(handlers);
    new OrganizationRoutes(organizations, users, examples).addTo(handlers);
    new MembershipRoutes(organizations, users, examples).addTo(handlers);
    new InvitationRoutes(organizations, users, examples).addTo(handlers);
    new ApiKeyRoutes(examples).addTo(handlers);
    handlers.put("GET /jwks", call -> JsonResponse.ok(signer.keySetJson()));
    this.m2mTokens = new M2mTokenRoutes(examples, signer);
    m2mTokens.addTo(handlers);
    this.oauthTokens = new OAuthTokenRoutes(examples);
    oauthTokens.addTo(handlers);
  }

  /** Returns whether a request needs no secret key. */
  boolean isOpen(Request request) {
    return BAPI.match(request.method(), request.path()).map(Bapi.Match::operation).stream()
        .anyMatch(Operation::open);
  }

  /** Returns the operations for which the fake keeps state, such as {@code GET /users}. */
  Set<String> kept() {
    return handlers.keySet();
  }

  JsonResponse respond(Request request) {
    if (request.target().length() > longestUrl) {
      return JsonResponse.error(414, "uri_too_long", "The URL is too long");
    }
    try {
      Optional<Bapi.Match> match = BAPI.match(request.method(), request.path());
      return match.isPresent() ? checked(match.get(), request) : unknown(request);
    } catch (Refusal e) {
      return e.response();
    }
  }

  private JsonResponse checked(Bapi.Match match, Request request) {
    Query query = Query.of(request.target());
    RequestCheck.Result check = RequestCheck.check(match.operation(), request, query.values());
    if (check.problem().isPresent()) {
      Problem problem = check.problem().get();
      return JsonResponse.error(
          problem.status(),
          problem.code(),
          problem.message(),
          problem.param().isEmpty() ? null : problem.param());
    }
    return stubs
        .find(request.method(), request.path())
        .orElseGet(
            () ->
                carriedOut(
                    new Call(
                        match.operation(),
                        match.path(),
                        query,
                        check.body(),
                        Objects.requireNonNullElse(request.header("Authorization"), ""))));
  }

  private JsonResponse carriedOut(Call call) {
    Handler handler = handlers.get(call.operation().key());
    return handler == null ? example(call) : handler.respond(call);
  }

  /** Not of a user, session or organization that does not exist; and of one that does, no other. */
  private JsonResponse example(Call call) {
    Map<String, String> path = call.path();
    String shown = call.operation().response().flatMap(Schema::name).orElse("");
    if (path.containsKey("organization_id")) {
      organizations.required(call.param("organization_id"));
    }
    if (path.containsKey("session_id")) {
      sessions.show(call.param("session_id"), false);
    }
    if (path.containsKey("user_id")) {
      JsonResponse user = users.act(call.param("user_id"), "");
      return shown.equals("User") ? user : examples.response(call);
    }
    return examples.response(call);
  }

  private JsonResponse unknown(Request request) {
    Optional<JsonResponse> stub = stubs.find(request.method(), request.path());
    if (stub.isPresent()) {
      return stub.get();
    }
    String operation = request.method() + " " + request.path();
    List<String> methods = BAPI.methods(request.path());
    String hint =
        methods.isEmpty() ? "paths begin with /v1" : "this path has " + String.join(", ", methods);
    throw Refusal.unsupported(
        "There is no operation %s in BAPI %s; %s. FakeBapi.stub can respond to it"
            .formatted(operation, BAPI.version(), hint));
  }
}
