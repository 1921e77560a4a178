package dev.clerkbapi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clerkbapi.testing.Caller.Reply;
import dev.clerkbapi.testing.internal.bapi.Bapi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StubsTest {
  private final FakeBapi bapi = FakeBapi.start();
  private final Caller caller = new Caller(bapi);

  @AfterEach
  void stop() {
    bapi.close();
  }

  @Test
  void latestStub_prevails_untilTheReset() throws IOException {
    bapi.stub("GET", "/v1/domains", 200, "{\"data\":[],\"total_count\":0}");
    assertThat(caller.get("/domains").body()).isEqualTo("{\"data\":[],\"total_count\":0}");
    bapi.stub("GET", "/v1/domains", 503, "{\"errors\":[]}");
    assertThat(caller.get("/domains").status()).isEqualTo(503);
    bapi.reset();
    assertThat(caller.get("/domains").json().path("total_count").asInt()).isEqualTo(1);
  }

  @Test
  void braces_standForAnyValue_andTheRestMustFit() throws IOException {
    bapi.stub("DELETE", "/v1/domains/{id}", 204, "");
    Reply stubbed = caller.send("DELETE", "/domains/dmn_1", "", "");
    assertThat(stubbed.status()).isEqualTo(204);
    assertThat(stubbed.body()).isEmpty();
    assertThat(caller.send("PATCH", "/domains/dmn_1", "application/json", "{}").status())
        .isEqualTo(200);
    assertThat(caller.get("/domains").status()).isEqualTo(200);
  }

  @Test
  void stub_isNoWayAroundKeyDescriptionAndFaults() throws IOException {
    bapi.stub("GET", "/v1/users", 200, "[]");
    assertThat(caller.send("GET", "/users", "").status()).isEqualTo(401);
    assertThat(caller.get("/users?limit=many").status()).isEqualTo(422);
    bapi.failNext(FakeFault.error(503, "service_unavailable"));
    assertThat(caller.get("/users").status()).isEqualTo(503);
    assertThat(caller.get("/users?provider=oauth_google").body()).isEqualTo("[]");
  }

  @Test
  void operationOfAnotherVersion_canBeStubbed() throws IOException {
    bapi.stub("GET", "/v1/shoes/{id}", 200, "{\"size\":42}");
    assertThat(caller.get("/shoes/shoe_1?colour=red").json().path("size").asInt()).isEqualTo(42);
  }

  @Test
  void requests_areFoundByOperation() throws IOException {
    bapi.addUser("user_1");
    caller.get("/users?limit=5");
    caller.send("PATCH", "/users/user_1", "application/json", "{\"first_name\":\"Eve\"}");
    assertThat(bapi.requests("PATCH", "/v1/users/{user_id}"))
        .extracting(FakeRequest::body)
        .containsExactly("{\"first_name\":\"Eve\"}");
    assertThat(bapi.requests("GET", "/v1/users")).hasSize(1);
    assertThat(bapi.requests("GET", "/v1/users/{user_id}")).isEmpty();
    bapi.reset();
    assertThat(bapi.requests()).isEmpty();
  }

  @Test
  void whatIsNoStub_isRefused() {
    for (String path : new String[] {"/domains", "v1/domains", "/v1/domains?limit=1"}) {
      assertThatIllegalArgumentException().isThrownBy(() -> bapi.stub("GET", path, 200, "{}"));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> bapi.stub("GET", "/v1/a", 200, "{"));
    assertThatIllegalArgumentException().isThrownBy(() -> bapi.stub("GET", "/v1/a", 100, ""));
  }

  /** The Javadoc is what users read; the description is what is true. */
  @Test
  void javadoc_namesTheTagsWithoutState() throws IOException {
    Set<String> tags = new TreeSet<>();
    Set<String> kept = new FakeState(FakeBapi.builder(), "sk_test_x", new TokenKey()).kept;
    Bapi.described().operations().forEach(operation -> tags.add(operation.tag()));
    Bapi.described().operations().stream()
        .filter(operation -> kept.contains(operation.key()))
        .forEach(operation -> tags.remove(operation.tag()));
    String source =
        Files.readString(Path.of("src/main/java/dev/clerkbapi/testing/FakeBapi.java"))
            .replaceAll("\\s*\n \\* *", " ");
    String named =
        source.replaceFirst("(?s).*no state for these tags: ", "").replaceFirst("(?s)\\. <.*", "");
    assertThat(named.replace("&amp;", "&").split(", ", -1)).containsExactlyElementsOf(tags);
  }
}
