package dev.clerkbapi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clerkbapi.testing.Caller.Reply;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The fake's responses are what BAPI's description says: success by operation, errors against
 * {@code ClerkErrors}.
 */
class ContractTest {
  private static final JsonNode BAPI = Contract.description();
  private static final OpenApiInteractionValidator OPERATIONS = Contract.validator(BAPI);

  /**
   * Operations declare few of the errors that they can give, so errors are checked against one
   * made-up operation.
   */
  private static final OpenApiInteractionValidator ERRORS = Contract.validator(errorsOnly());

  private final FakeBapi bapi = FakeBapi.start();
  private final Caller caller = new Caller(bapi);

  @AfterEach
  void stop() {
    bapi.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lock", "unlock", "ban", "unban"})
  void action_returnsAValidUser(String action) throws IOException {
    bapi.addUser("user_123");
    String path = "/users/user_123/" + action;
    assertValid(Request.Method.POST, path, caller.post(path));
  }

  @Test
  void reading_returnsValidUsers() throws IOException {
    bapi.addUser(FakeUser.builder("user_123").locked(true).firstName(null).lastName(null).build());
    bapi.addUser(
        FakeUser.builder("user_124").banned(true).privateMetadata(Map.of("a", List.of(1))).build());
    bapi.addUser(
        FakeUser.builder("user_125")
            .phoneNumber("+15555550100")
            .username("ada")
            .web3Wallet("0xA1")
            .externalId("5")
            .lastActiveAt(Instant.EPOCH)
            .build());
    assertValid(Request.Method.GET, "/users/user_125", caller.get("/users/user_125"));
    assertValid(Request.Method.GET, "/users/user_123", caller.get("/users/user_123"));
    assertValid(Request.Method.GET, "/users", caller.get("/users"));
    assertValid(Request.Method.GET, "/users/count", caller.get("/users/count"));
  }

  @Test
  void sessions_areValid() throws IOException {
    bapi.addUser("user_123");
    bapi.addSession("user_123", "sess_1");
    bapi.addSession("user_123", "sess_2");
    assertValid(
        Request.Method.POST, "/sessions/sess_1/revoke", caller.post("/sessions/sess_1/revoke"));
    assertValid(Request.Method.GET, "/sessions/sess_2", caller.get("/sessions/sess_2"));
    Reply all = caller.get("/sessions?user_id=user_123");
    assertThat(all.json()).hasSize(2);
    assertValid(Request.Method.GET, "/sessions", all);
  }

  @Test
  void instance_isValidAndTheOneThatIsAskedFor() throws IOException {
    Reply test = caller.get("/instance");
    assertValid(Request.Method.GET, "/instance", test);
    assertThat(test.json().path("id").asText()).isEqualTo("ins_fakebapi");
    assertThat(test.json().path("environment_type").asText()).isEqualTo("development");
    try (FakeBapi other =
        FakeBapi.builder().instanceId("ins_2").environmentType("production").start()) {
      Reply live = new Caller(other).get("/instance");
      assertValid(Request.Method.GET, "/instance", live);
      assertThat(live.json().path("id").asText()).isEqualTo("ins_2");
      assertThat(live.json().path("environment_type").asText()).isEqualTo("production");
    }
  }

  @Test
  void errors_areValidClerkErrors() throws IOException {
    bapi.addUser("user_123");
    assertValidError(caller.send("GET", "/users", ""));
    assertValidError(caller.send("GET", "/users", "Bearer wrong"));
    assertValidError(caller.post("/users/user_404/lock"));
    assertValidError(caller.get("/users?limit=0"));
    assertValidError(caller.get("/users?" + "user_id=user_1&".repeat(101)));
    assertValidError(caller.get("/sessions?status=asleep"));
    assertValidError(caller.post("/sessions/sess_404/revoke"));
    bapi.setLockoutEnabled(false);
    assertValidError(caller.post("/users/user_123/lock"));
    bapi.failNext(
        FakeFault.rateLimited(Duration.ofSeconds(1)), FakeFault.error(500, "internal_clerk_error"));
    assertValidError(caller.get("/users"));
    assertValidError(caller.get("/users"));
  }

  @Test
  void refusalByTheRateLimit_isAValidClerkError() throws IOException {
    try (FakeBapi limited = FakeBapi.builder().rateLimit(1, Duration.ofDays(1)).start()) {
      Caller often = new Caller(limited);
      assertThat(often.get("/users").status()).isEqualTo(200);
      assertValidError(often.get("/users"));
    }
  }

  @Test
  void theValidator_seesWhatIsWrong() throws IOException {
    bapi.addUser("user_123");
    ObjectNode user = (ObjectNode) caller.get("/users/user_123").json();
    user.put("locked", "yes");
    assertThat(
            report(OPERATIONS, Request.Method.GET, "/users/user_123", 200, user.toString())
                .hasErrors())
        .isTrue();
    user.put("locked", true).remove("id");
    assertThat(
            report(OPERATIONS, Request.Method.GET, "/users/user_123", 200, user.toString())
                .hasErrors())
        .isTrue();
    bapi.addSession("user_123", "sess_1");
    ObjectNode session = (ObjectNode) caller.get("/sessions/sess_1").json();
    session.put("status", "asleep");
    assertThat(
            report(OPERATIONS, Request.Method.GET, "/sessions/sess_1", 200, session.toString())
                .hasErrors())
        .isTrue();
    assertThat(report(ERRORS, Request.Method.GET, "/errors", 200, "{\"errors\":[{}]}").hasErrors())
        .isTrue();
  }

  private static void assertValid(Request.Method method, String path, Reply reply) {
    assertThat(reply.status()).isEqualTo(200);
    assertThat(report(OPERATIONS, method, path, 200, reply.body()).getMessages()).isEmpty();
  }

  private static void assertValidError(Reply reply) {
    assertThat(reply.status()).isBetween(400, 599);
    assertThat(report(ERRORS, Request.Method.GET, "/errors", 200, reply.body()).getMessages())
        .isEmpty();
    assertThat(reply.json().path("clerk_trace_id").asText()).isNotEmpty();
  }

  private static ValidationReport report(
      OpenApiInteractionValidator validator,
      Request.Method method,
      String path,
      int status,
      String body) {
    SimpleRequest request =
        new SimpleRequest.Builder(method, path)
            .withHeader("Authorization", "Bearer sk_test_x")
            .build();
    SimpleResponse response =
        SimpleResponse.Builder.status(status)
            .withContentType("application/json")
            .withBody(body)
            .build();
    return validator.validate(request, response);
  }

  private static JsonNode errorsOnly() {
    ObjectNode copy = BAPI.deepCopy();
    ObjectNode response =
        copy.putObject("paths")
            .putObject("/errors")
            .putObject("get")
            .putObject("responses")
            .putObject("200");
    response
        .put("description", "")
        .putObject("content")
        .putObject("application/json")
        .putObject("schema")
        .put("$ref", "#/components/schemas/ClerkErrors");
    return copy;
  }
}
