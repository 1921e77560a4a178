package dev.clerkbapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.auth.fixtures.ApiServer;
import dev.clerkbapi.auth.fixtures.QuietLog;
import dev.clerkbapi.auth.fixtures.Tally;
import dev.clerkbapi.auth.fixtures.Vectors;
import dev.clerkbapi.auth.internal.Cookies;
import dev.clerkbapi.auth.internal.PublicUrl;
import dev.clerkbapi.auth.internal.PublishableKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Compares with recorded outcomes about cookies, and requests that have only session tokens. */
@ExtendWith(QuietLog.class)
class RequestVectorsTest {
  private static final String URL = "https://app.example.com/p";

  @Test
  void genCookies() {
    Vectors vectors = Vectors.of("gen-cookies");
    Tally tally = new Tally("gen-cookies");
    try (ApiServer server = new ApiServer().keySet(Vectors.json(vectors.get("jwks")));
        ClerkClient client = server.client("sk_test_x").build()) {
      Map<String, RequestAuthenticator> authenticators = new LinkedHashMap<>();
      Vectors.map(vectors.get("publishableKeys"))
          .forEach((name, key) -> authenticators.put(name, withCookies(client, vectors, key)));
      int number = 0;
      for (Object row : Vectors.list(vectors.get("cases"))) {
        List<Object> one = Vectors.list(row);
        AuthResult result =
            authenticators.get((String) one.get(0)).authenticate(cookieRequest(vectors, one));
        boolean in = "signed-in".equals(one.get(7));
        tally.same(++number + " " + one, in ? "signed-in" : one.get(8), outcome(result));
        if (in) {
          assertThat(((SignedIn) result).token()).isEqualTo(token(vectors, one.get(9), one));
        }
      }
    }
    tally.end(3600);
  }

  private static RequestAuthenticator withCookies(ClerkClient client, Vectors vectors, Object key) {
    return RequestAuthenticator.builder()
        .client(client)
        .publishableKey((String) key)
        .clock(VerifyVectorsTest.clock((Long) vectors.get("now")))
        .build();
  }

  /** The token of the plain or the suffixed cookie, whichever was used. */
  private static Object token(Vectors vectors, Object used, List<Object> one) {
    Object name = "suffixed".equals(used) ? one.get(2) : "plain".equals(used) ? one.get(1) : used;
    return Vectors.map(vectors.get("tokens")).get(String.valueOf(name));
  }

  private static IncomingRequest cookieRequest(Vectors vectors, List<Object> one) {
    Map<String, Object> tokens = Vectors.map(vectors.get("tokens"));
    Map<String, Object> uats = Vectors.map(vectors.get("clientUat"));
    Object suffix = Vectors.map(vectors.get("suffixes")).get((String) one.get(0));
    List<String> cookies = new ArrayList<>();
    add(cookies, "__session", tokens.get((String) one.get(1)));
    add(cookies, "__session_" + suffix, tokens.get((String) one.get(2)));
    add(cookies, "__client_uat", uats.get((String) one.get(3)));
    add(cookies, "__client_uat_" + suffix, uats.get((String) one.get(4)));
    if (Long.valueOf(1).equals(one.get(5))) {
      cookies.add((String) vectors.get("devBrowserCookie"));
    }
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("Cookie", List.of(String.join("; ", cookies)));
    if (Long.valueOf(1).equals(one.get(6))) {
      headers.put("Sec-Fetch-Dest", List.of("document"));
    }
    return IncomingRequest.of("GET", URL, headers);
  }

  private static void add(List<String> cookies, String name, Object value) {
    if (value != null) {
      cookies.add(name + "=" + value);
    }
  }

  @Test
  void genAuthorizationHeader() {
    Vectors vectors = Vectors.of("gen-authorization-header");
    Tally tally = new Tally("gen-authorization-header");
    try (ApiServer server = new ApiServer().keySet(Vectors.json(vectors.get("jwks")));
        ClerkClient client = server.client("sk_test_x").build()) {
      RequestAuthenticator authenticator =
          withCookies(client, vectors, vectors.get("publishableKey"));
      String token = (String) vectors.get("token");
      for (Map<String, Object> one : vectors.cases()) {
        String value = ((String) one.get("value")).replaceFirst("\\bT\\b", token);
        String actual =
            outcome(
                authenticator.authenticate(
                    IncomingRequest.of("GET", URL, Map.of("authorization", List.of(value)))));
        Map<String, Object> wanted = vectors.wanted(one.get("value"));
        if (wanted == null) {
          tally.same(one.get("value"), outcome(Vectors.map(one.get("expect"))), actual);
        } else {
          tally.differs(one.get("value"), outcome(wanted), actual);
        }
      }
    }
    tally.end(19);
  }

  @Test
  void cookies() {
    Vectors vectors = Vectors.of("cookies");
    Tally tally = new Tally("cookies");
    for (Map<String, Object> one : vectors.cases()) {
      Map<String, Object> options = Vectors.map(one.get("options"));
      Map<String, Object> expect = Vectors.map(Vectors.map(one.get("expect")).get("ok"));
      CookieRequest request =
          new CookieRequest(
              request(Vectors.map(one.get("request"))),
              PublishableKey.parse((String) options.get("publishableKey")),
              VerifyVectorsTest.clock((Long) one.get("now")).instant());
      Map<String, Object> actual = new LinkedHashMap<>();
      actual.put("suffixed", request.usesSuffix());
      actual.put("session", request.session());
      actual.put("uat", request.clientUat());
      actual.put("browser", request.hasDevBrowser());
      actual.put("url", request.url().toString());
      Map<String, Object> expected = new LinkedHashMap<>();
      expected.put("suffixed", expect.get("usesSuffixedCookies"));
      expected.put("session", expect.get("sessionTokenInCookie"));
      expected.put("uat", expect.get("clientUat"));
      expected.put("browser", expect.get("devBrowserToken") != null);
      expected.put("url", expect.get("clerkUrl"));
      tally.same(one.get("id"), expected, actual); // A proxy URL is for pages only.
    }
    tally.end(17);
  }

  @Test
  void cookieSuffix() {
    Vectors vectors = Vectors.of("cookie-suffix");
    Tally tally = new Tally("cookie-suffix");
    for (Map<String, Object> one : vectors.cases()) {
      PublishableKey key = PublishableKey.parse((String) one.get("publishableKey"));
      tally.same(one.get("id"), Vectors.map(one.get("expect")).get("ok"), key.suffix());
    }
    tally.end(7);
  }

  @Test
  void keys() {
    Vectors vectors = Vectors.of("keys");
    Tally tally = new Tally("keys");
    for (Map<String, Object> one : vectors.cases()) {
      PublishableKey key = PublishableKey.parse((String) one.get("key"));
      Object options = one.get("options");
      boolean pages = options instanceof Map<?, ?> map && map.get("fatal") == null;
      Object ok = Vectors.map(one.get("expect")).get("ok");
      if (pages || String.valueOf(one.get("question")).contains("SecretKey")) {
        tally.notApplicable(); // Satellites and proxies; secret keys are the client's business.
      } else if ("isPublishableKey".equals(one.get("question"))) {
        tally.same(one.get("id"), ok, key != null);
      } else {
        tally.same(one.get("id"), ok, key == null ? null : described(key));
      }
    }
    tally.end(35);
  }

  private static Map<String, Object> described(PublishableKey key) {
    return Map.of(
        "instanceType",
        key.isDevelopment() ? "development" : "production",
        "frontendApi",
        key.frontendApi());
  }

  @Test
  void requestUrl() {
    Vectors vectors = Vectors.of("request-url");
    Tally tally = new Tally("request-url");
    for (Map<String, Object> one : vectors.cases()) {
      IncomingRequest request = request(Vectors.map(one.get("request")));
      Map<String, Object> expect = Vectors.map(Vectors.map(one.get("expect")).get("ok"));
      Cookies cookies = Cookies.of(request.headers("cookie"));
      Map<String, Object> found = new LinkedHashMap<>();
      Vectors.map(expect.get("cookies"))
          .keySet()
          .forEach(name -> found.put(name, cookies.get(name)));
      String url =
          PublicUrl.of(
                  request.url(),
                  first(request, "x-forwarded-proto"),
                  first(request, "x-forwarded-host"),
                  first(request, "host"))
              .toString();
      tally.same(one.get("id"), expect, Map.of("clerkUrl", url, "cookies", found));
    }
    tally.end(22);
  }

  private static String first(IncomingRequest request, String header) {
    List<String> values = request.headers(header);
    return values.isEmpty() ? null : values.get(0);
  }

  static IncomingRequest request(Map<String, Object> request) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (Object header : Vectors.list(request.get("headers"))) {
      List<String> pair = Vectors.texts(header);
      headers.computeIfAbsent(pair.get(0), unused -> new ArrayList<>()).add(pair.get(1));
    }
    return IncomingRequest.of((String) request.get("method"), (String) request.get("url"), headers);
  }

  static String outcome(AuthResult result) {
    return result instanceof SignedOut out ? out.reason().value() : "signed-in";
  }

  static String outcome(Map<String, Object> expect) {
    return "signed-in".equals(expect.get("status")) ? "signed-in" : (String) expect.get("reason");
  }
}
