package dev.clerkbapi.benchmarks.road;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.benchmarks.Contender;
import dev.clerkbapi.benchmarks.Contenders;
import dev.clerkbapi.benchmarks.SampleUsers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every contender gets the same user over TLS and HTTP/2, and an unpacked body. */
class RoadServerTest {
  private static final String TRUST = "javax.net.ssl.trustStore";
  private static final String[] ALL = {"sdk", "peer", "okhttp", "jdk", "raw"};

  @TempDir Path folder;
  private RoadServer server;

  @BeforeEach
  void start() throws Exception {
    server = new RoadServer(folder);
    System.setProperty(TRUST, folder.resolve("trust.jks").toString());
  }

  @AfterEach
  void stop() {
    server.close();
    System.clearProperty(TRUST);
  }

  @Test
  void eachContender_readsTheUserOnOneConnection() throws Exception {
    for (String name : ALL) {
      int before = connections();
      try (Contender contender = Contenders.start(name, server.baseUrl())) {
        for (int i = 0; i < 3; i++) {
          Object user = contender.getUser("user_1");
          assertThat(user).as(name).isNotNull();
          if (user instanceof byte[] body) {
            assertThat(body).as(name).isEqualTo(SampleUsers.full());
          }
        }
      }
      assertThat(connections() - before).as(name).isEqualTo(1);
    }
  }

  @Test
  void delayedAddress_respondsNoSooner() throws Exception {
    try (Contender contender =
        Contenders.start("okhttp", server.baseUrl().replace("/v1", "/after-50-ms/v1"))) {
      long start = System.nanoTime();
      var unused = contender.getUser("user_1");
      assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(50_000_000L);
    }
  }

  @Test
  void load_countsCallsAndFailures() throws Exception {
    Contender everyOtherFails =
        new Contender() {
          private int calls;

          @Override
          public synchronized Object getUser(String id) {
            if (++calls % 2 == 0) {
              throw new IllegalStateException("as planned");
            }
            return id;
          }
        };
    Load.Cost cost = new Load(everyOtherFails, Thread::new).run(2, 1);

    assertThat(cost.calls()).isPositive();
    assertThat(cost.failed()).isBetween(0.4, 0.6);
  }

  private int connections() {
    return Integer.parseInt(server.counts().split(" ", -1)[0]);
  }
}
