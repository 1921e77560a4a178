package dev.clerkbapi.samples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.json.Page;
import dev.clerkbapi.model.User;
import dev.clerkbapi.spring.testing.AutoConfigureFakeBapi;
import dev.clerkbapi.testing.FakeBapi;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Controllers return and take models as BAPI's JSON, whatever the application's own JSON is. */
@SpringBootTest(
    classes = ModelJsonTest.Models.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.jackson.property-naming-strategy=UPPER_CAMEL_CASE",
      "spring.jackson.default-property-inclusion=non_null"
    })
@AutoConfigureFakeBapi
class ModelJsonTest {
  @Autowired private FakeBapi bapi;
  @Autowired private ClerkClient clerk;
  @Autowired private Environment environment;
  private Http http;

  @BeforeEach
  void connect() {
    http = new Http(environment.getRequiredProperty("local.server.port", Integer.class));
    bapi.addUsers(2);
  }

  @Test
  void model_isWrittenAsBapisJson() {
    HttpResponse<String> response = http.get("/users/user_1", Map.of());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(response.body()).isEqualTo(clerk.users().getUser("user_1").toJson());
  }

  @Test
  void modelsWithinOtherObjects_areWrittenLikewise() {
    String user = clerk.users().getUser("user_1").toJson();

    assertThat(http.get("/notes/user_1", Map.of()).body())
        .isEqualTo("{\"TheNote\":\"of user_1\",\"TheUser\":" + user + "}");
    assertThat(http.get("/users", Map.of()).body()).isEqualTo(clerk.users().getUserList().toJson());
  }

  @Test
  void model_isReadFromBapisJson() {
    String user = clerk.users().getUser("user_1").toJson();

    assertThat(post(user).body()).isEqualTo("user_1");
    assertThat(post("{\"id\":\"user_9\",\"from_next_year\":[]}").body()).isEqualTo("user_9");
    assertThat(post("{\"id\":{}}").statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> post(String json) {
    return http.post(
        "/users",
        Map.of("Content-Type", "application/json"),
        json.getBytes(StandardCharsets.UTF_8));
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(UserController.class)
  static class Models {
    @Bean
    SecurityFilterChain open(HttpSecurity http) throws Exception {
      return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
          .csrf(csrf -> csrf.disable())
          .build();
    }
  }

  record Note(String theNote, User theUser) {}

  @RestController
  static class UserController {
    private final ClerkClient clerk;

    UserController(ClerkClient clerk) {
      this.clerk = clerk;
    }

    @GetMapping("/users/{id}")
    User user(@PathVariable("id") String id) {
      return clerk.users().getUser(id);
    }

    @GetMapping("/users")
    Page<User> users() {
      return clerk.users().getUserList();
    }

    @GetMapping("/notes/{id}")
    Note note(@PathVariable("id") String id) {
      return new Note("of " + id, clerk.users().getUser(id));
    }

    @PostMapping("/users")
    String id(@RequestBody User user) {
      return user.id();
    }
  }
}
