package dev.clerkbapi.samples.spring.security;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.RetryPolicy;
import dev.clerkbapi.auth.RequestAuthenticator;
import dev.clerkbapi.auth.RequestAuthenticatorBuilder;
import dev.clerkbapi.auth.TokenVerifier;
import dev.clerkbapi.testing.FakeBapi;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Scope;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** An application on a free port, whose Clerk is a fake. */
final class SecuredApplication implements AutoCloseable {
  static final String ORIGIN = "https://app.example.com";

  final FakeBapi bapi = FakeBapi.start();
  private final ConfigurableApplicationContext context;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Starts one with these configurations and controllers. */
  static SecuredApplication start(Class<?>... parts) {
    return new SecuredApplication("clerk.jwt-decoder=false", parts);
  }

  /** Starts one with one property more. */
  static SecuredApplication startWith(String property, Class<?>... parts) {
    return new SecuredApplication(property, parts);
  }

  private SecuredApplication(String property, Class<?>... parts) {
    context =
        new SpringApplicationBuilder(Beans.class)
            .sources(parts)
            .initializers(made -> made.getBeanFactory().registerSingleton("bapi", bapi))
            .run(
                "--" + property,
                "--server.port=0",
                "--spring.config.name=none",
                "--spring.main.banner-mode=off",
                "--logging.level.root=WARN");
  }

  @EnableAutoConfiguration
  @EnableMethodSecurity
  static class Beans {
    @Bean
    ClerkClient clerkClient(FakeBapi bapi) {
      return ClerkClient.builder()
          .baseUrl(bapi.baseUrl())
          .secretKey(bapi.secretKey())
          .retryPolicy(RetryPolicy.none())
          .build();
    }

    @Bean
    @Scope("prototype")
    RequestAuthenticatorBuilder clerkRequestAuthenticatorBuilder(ClerkClient client) {
      return RequestAuthenticator.builder()
          .client(client)
          .publishableKey("pk_live_Y2xlcmsuZXhhbXBsZS5jb20k")
          .authorizedParties(ORIGIN);
    }

    @Bean
    TokenVerifier clerkTokenVerifier(ClerkClient client) {
      return TokenVerifier.builder().client(client).authorizedParties(ORIGIN).build();
    }

    @Bean
    RequestAuthenticator clerkRequestAuthenticator(RequestAuthenticatorBuilder builder) {
      return builder.build();
    }
  }

  /** Returns requests without a network, as tests of a user have them. */
  MockMvc mvc() {
    return MockMvcBuilders.webAppContextSetup((WebApplicationContext) context)
        .apply(SecurityMockMvcConfigurers.springSecurity())
        .build();
  }

  Sent get(String path, String... headers) {
    return send("GET", path, headers);
  }

  Sent post(String path, String... headers) {
    return send("POST", path, headers);
  }

  private Sent send(String method, String path, String... headers) {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .timeout(Duration.ofSeconds(30))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return new Sent(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What came back. */
  record Sent(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    /** Returns the header; an empty text if it is not there. */
    String header(String name) {
      return String.join(", ", response.headers().allValues(name));
    }
  }

  @Override
  public void close() {
    context.close();
    bapi.close();
  }
}
