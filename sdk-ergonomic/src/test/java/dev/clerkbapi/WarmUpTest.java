package dev.clerkbapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Warming up makes what the first call needs, and leaves the network alone. */
class WarmUpTest {

  @Test
  void warmUp_sendsNothingAndConnectsToNothing() throws IOException {
    try (RawServer server = new RawServer(RawServer.user());
        ClerkClient clerk = Fixtures.client(server.baseUrl()).build()) {
      clerk.warmUp();
      clerk.warmUp();

      assertThat(server.connections()).isZero();
      assertThat(clerk.users().getUser("user_1").id()).isEqualTo("user_123");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void closedClient_isRefused() {
    ClerkClient clerk = ClerkClient.create(Fixtures.KEY);
    clerk.close();

    assertThatIllegalStateException().isThrownBy(clerk::warmUp);
  }
}
