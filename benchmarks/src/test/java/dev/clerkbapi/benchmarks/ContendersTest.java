package dev.clerkbapi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.model.User;
import org.junit.jupiter.api.Test;

/** Every contender gets the same user from the fake server, again and again. */
class ContendersTest {
  private static final int CALLS = 3;

  @Test
  void eachContender_readsTheUser() throws Exception {
    try (FakeServer server = new FakeServer()) {
      for (String name :
          new String[] {"sdk", "retrofit", "peer", "okhttp", "okhttp-kept", "jdk", "raw"}) {
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

      assertThat(body).isEqualTo(SampleUsers.withEmails(7));
      assertThat(((User) sdk.getUser("emails-7")).emailAddresses()).hasSize(7);
    }
  }

  @Test
  void everyListOfTheUser_hasAnEntry() throws Exception {
    User user = (User) new SdkCodec().decode(SampleUsers.full());

    assertThat(user.emailAddresses()).hasSize(1);
    assertThat(user.phoneNumbers()).hasSize(1);
    assertThat(user.web3Wallets()).hasSize(1);
    assertThat(user.passkeys()).hasSize(1);
    assertThat(user.externalAccounts()).hasSize(1);
    assertThat(user.samlAccounts()).hasSize(1);
    assertThat(user.enterpriseAccounts()).hasSize(1);
    assertThat(user.toString()).doesNotContain("additionalMembers=", "Unknown[");
  }

  @Test
  void user_isAsLargeAsTheDocumentSays() {
    assertThat(SampleUsers.full().length).isBetween(5_200, 6_200);
  }
}
