package dev.clerkbapi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.model.User;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Every contender gets the same user from the fake server, again and again. */
class ContendersTest {
  private static final int CALLS = 3;

  @Test
  void eachContender_readsTheUser() throws Exception {
    try (FakeServer server = new FakeServer()) {
      for (String name : new String[] {"sdk", "peer", "okhttp", "jdk", "raw"}) {
        try (Contender contender = Contenders.start(name, server.baseUrl())) {
          for (int i = 0; i < CALLS; i++) {
            assertThat(contender.getUser("user_1")).as(name).isNotNull();
          }
        }
      }
    }
  }

  @Test
  void bareClient_getsTheBytesThatTheSdkDecodes() throws Exception {
    try (FakeServer server = new FakeServer();
        Contender bare = Contenders.start("okhttp", server.baseUrl());
        Contender sdk = Contenders.start("sdk", server.baseUrl())) {
      byte[] body = (byte[]) bare.getUser("emails-7");

      assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo(SampleUsers.user(7));
      assertThat(((User) sdk.getUser("emails-7")).emailAddresses()).hasSize(7);
    }
  }

  @Test
  void user_isAsLargeAsTheDocumentSays() {
    assertThat(SampleUsers.user().length).isBetween(5_200, 6_200);
  }
}
