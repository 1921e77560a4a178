package dev.clerkbapi.testing.internal.bapi;

import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.internal.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A fake with one of everything it keeps, and requests that fit the description. */
final class Bed implements AutoCloseable {
  static final String MULTIPART = "multipart/form-data; boundary=xYx";
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  final FakeBapi bapi = FakeBapi.start();
  private final Map<String, Object> known = new LinkedHashMap<>();

  /** What is sent. */
  record Sent(String method, String path, String query, String type, String body) {
    Sent withQuery(String other) {
      return new Sent(method, path, other, type, body);
    }

    Sent withBody(String otherType, String other) {
      return new Sent(method, path, query, otherType, other);
    }
  }

  Bed() throws IOException {
    String user = "user_" + "0".repeat(26) + "1";
    String other = "user_" + "0".repeat(26) + "2";
    String organization = "org_" + "0".repeat(26) + "1";
    bapi.addUser(user);
    bapi.addUser(other);
    bapi.addOrganization(organization, "Acme");
    bapi.addMember(organization, user, "org:admin");
    bapi.addSession(user, "sess_1");
    known.put("user_id", user);
    known.put("new_member", other);
    known.put("organization_id", organization);
    known.put("session_id", "sess_1");
    Map<?, ?> invitation =
        post(
            "/organizations/" + organization + "/invitations",
            "{\"email_address\":\"eve@example.com\",\"role\":\"org:member\"}");
    known.put("invitation_id", invitation.get("id"));
    Map<?, ?> key = post("/api_keys", "{\"name\":\"key\",\"subject\":\"" + user + "\"}");
    known.put("apiKeyID", key.get("id"));
    known.put("secret", key.get("secret"));
    known.put("access_token", bapi.issueOAuthToken(user, "client_1", "profile"));
    Map<?, ?> token = post("/m2m_tokens", "{}");
    known.put("m2m_token_id", token.get("id"));
    known.put("token", token.get("token"));
  }

  private Map<?, ?> post(String path, String body) throws IOException {
    return (Map<?, ?>) Json.read(send(new Sent("POST", path, "", "application/json", body)).body());
  }

  /** Returns a request with what the operation requires, and every member of the body. */
  Sent valid(Operation operation) {
    String path = operation.path();
    List<String> query = new ArrayList<>();
    for (Parameter parameter : operation.parameters()) {
      if (parameter.inPath()) {
        path =
            path.replace("{" + parameter.name() + "}", value(parameter.name(), parameter.schema()));
      } else if (parameter.required()) {
        query.add(parameter.name() + "=" + value(parameter.name(), parameter.schema()));
      }
    }
    Sent sent = new Sent(operation.method(), path, String.join("&", query), "", "");
    return operation.body().map(body -> withBody(operation, sent, body)).orElse(sent);
  }

  private Sent withBody(Operation operation, Sent sent, Operation.Body body) {
    if (body.type().startsWith("multipart")) {
      return sent.withBody(MULTIPART, multipart("file"));
    }
    Object example = example(body.schema());
    if (example instanceof Map<?, ?> map) {
      example = fitted(operation, map);
    } else if (example instanceof List<?> list) {
      example = list.stream().map(each -> fitted(operation, (Map<?, ?>) each)).toList();
    }
    return sent.withBody("application/json", Json.write(example));
  }

  static String multipart(String part) {
    return "--xYx\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\nPNG\r\n--xYx--\r\n"
        .formatted(part);
  }

  /** Names what exists. */
  private Map<String, Object> fitted(Operation operation, Map<?, ?> example) {
    Map<String, Object> body = new LinkedHashMap<>();
    example.forEach((name, value) -> body.put((String) name, value));
    boolean newMember = operation.id().equals("CreateOrganizationMembership");
    body.replace("user_id", known.get(newMember ? "new_member" : "user_id"));
    body.replace("user_ids", List.of(known.get("user_id")));
    body.replace("secret", known.get("secret"));
    body.replace("access_token", known.get("access_token"));
    if (operation.id().equals("verifyM2MToken")) {
      body.replace("token", known.get("token"));
    }
    for (String user : List.of("created_by", "inviter_user_id", "requesting_user_id")) {
      body.replace(user, known.get("user_id"));
    }
    for (String time : List.of("created_at", "legal_accepted_at")) {
      body.computeIfPresent(
          time, (n, value) -> value instanceof String ? Instant.EPOCH.toString() : value);
    }
    return body;
  }

  private String value(String name, Schema schema) {
    boolean isSubject = name.equals("subject");
    Object value = known.getOrDefault(isSubject ? "user_id" : name, example(schema));
    if (isSubject
        && schema.resolved().text("pattern").orElse("").contains("mch")
        && !schema.resolved().text("pattern").orElse("").contains("user")) {
      value = example(schema);
    }
    return value instanceof List<?> list ? String.valueOf(list.get(0)) : String.valueOf(value);
  }

  private static Object example(Schema schema) {
    return new Example(Instant.EPOCH, new AtomicLong()).of(schema);
  }

  HttpResponse<String> send(Sent sent) throws IOException {
    String uri = bapi.baseUrl() + sent.path() + (sent.query().isEmpty() ? "" : "?" + sent.query());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(uri))
            .header("Authorization", "Bearer " + bapi.secretKey())
            .method(
                sent.method(),
                sent.body().isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(sent.body()));
    if (!sent.type().isEmpty()) {
      request.header("Content-Type", sent.type());
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    bapi.close();
  }
}
