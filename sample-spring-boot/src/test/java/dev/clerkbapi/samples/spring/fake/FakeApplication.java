package dev.clerkbapi.samples.spring.fake;

import dev.clerkbapi.samples.spring.app.Application;
import dev.clerkbapi.spring.testing.FakeBapiInitializer;
import dev.clerkbapi.testing.FakeBapi;
import java.time.Duration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs the application against a fake of Clerk on this machine, and prints what to try. */
public final class FakeApplication {
  private FakeApplication() {}

  public static void main(String[] args) {
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Application.class)
            .initializers(new FakeBapiInitializer())
            .run(args);
    FakeBapi bapi = context.getBean(FakeBapi.class);
    bapi.addUser("user_123");
    String port = context.getEnvironment().getProperty("local.server.port");
    System.out.println(whatToTry(token(bapi), "http://localhost:" + port));
  }

  /** Real tokens live for a minute, which is short for a look around. */
  private static String token(FakeBapi bapi) {
    return bapi.tokens()
        .session("user_admin")
        .authorizedParty("http://localhost:5173")
        .organization("org_1", "org:admin")
        .permissions("org:users:lock")
        .lifetime(Duration.ofHours(8))
        .sign();
  }

  private static String whatToTry(String token, String url) {
    return """

        TOKEN=%s
        curl -H "Authorization: Bearer $TOKEN" %2$s/me
        curl -H "Authorization: Bearer $TOKEN" -X POST %2$s/admin/users/user_123/lock
        curl -i %2$s/me
        curl -i -X POST -d '{}' %2$s/webhooks/clerk
        """
        .formatted(token, url);
  }
}
