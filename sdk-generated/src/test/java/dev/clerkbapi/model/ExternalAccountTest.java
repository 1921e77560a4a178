package dev.clerkbapi.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class ExternalAccountTest {
  private static ExternalAccountWithVerification decode(String json) throws Exception {
    return new Moshi.Builder()
        .add(new BapiAdapters(Clock.systemUTC()))
        .build()
        .adapter(ExternalAccountWithVerification.class)
        .fromJson(json);
  }

  @Test
  void accountAtGoogle_hasTheIdThatUnlinksItBesideItsId() throws Exception {
    ExternalAccountWithVerification account =
        decode(
            """
            {"object":"google_account","id":"idn_1","external_account_id":"eac_1","identification_id":"idn_1"}
            """);
    assertThat(account.externalAccountId()).isEqualTo("eac_1");
    assertThat(account.id()).isEqualTo("idn_1");
    assertThat(account.additionalMembers()).isEmpty();
  }

  @Test
  void otherAccount_hasNone() throws Exception {
    ExternalAccountWithVerification account =
        decode("{\"object\":\"external_account\",\"id\":\"eac_2\"}");
    assertThat(account.externalAccountId()).isNull();
  }

  @Test
  void connections_tellWhetherTheyProvisionUsers() throws Exception {
    EnterpriseConnection connection =
        new Moshi.Builder()
            .add(new BapiAdapters(Clock.systemUTC()))
            .build()
            .adapter(EnterpriseConnection.class)
            .fromJson("{\"authenticatable\":true,\"disable_jit_provisioning\":false}");
    assertThat(connection.authenticatable()).isTrue();
    assertThat(connection.disableJitProvisioning()).isFalse();
  }
}
