package dev.clerkbapi.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** The member that tells variants apart is read at once where it leads, and found anywhere else. */
class TagOrderTest {
  private static final JsonAdapter<EmailAddressVerification> ADAPTER =
      new Moshi.Builder()
          .add(new BapiAdapters(Clock.systemUTC()))
          .build()
          .adapter(EmailAddressVerification.class);

  @Test
  void tagFirstOrLast_givesTheSameVariant() throws IOException {
    EmailAddressVerification first =
        ADAPTER.fromJson("{\"object\":\"verification_otp\",\"attempts\":3,\"new\":{\"a\":[1]}}");
    EmailAddressVerification last =
        ADAPTER.fromJson("{\"attempts\":3,\"new\":{\"a\":[1]},\"object\":\"verification_otp\"}");

    assertThat(first).isInstanceOf(VerificationOtp.class).isEqualTo(last);
    assertThat(first.object()).isEqualTo("verification_otp");
    assertThat(((VerificationOtp) first).attempts()).isEqualTo(3);
    assertThat(ADAPTER.toJson(first)).contains("\"object\":\"verification_otp\"");
  }

  @Test
  void unknownTagFirstOrLast_keepsAllMembers() throws IOException {
    EmailAddressVerification first = ADAPTER.fromJson("{\"object\":\"new\",\"attempts\":3}");
    EmailAddressVerification last = ADAPTER.fromJson("{\"attempts\":3,\"object\":\"new\"}");

    assertThat(first).isInstanceOf(EmailAddressVerification.Unknown.class).isEqualTo(last);
    assertThat(((EmailAddressVerification.Unknown) first).members())
        .containsEntry("object", "new")
        .containsEntry("attempts", 3L);
  }

  @Test
  void tagThatIsNoString_isUnknown() throws IOException {
    for (String tag : new String[] {"null", "7", "[\"verification_otp\"]"}) {
      EmailAddressVerification read = ADAPTER.fromJson("{\"object\":" + tag + ",\"attempts\":3}");

      assertThat(read).isInstanceOf(EmailAddressVerification.Unknown.class);
      assertThat(((EmailAddressVerification.Unknown) read).members())
          .containsKey("object")
          .containsEntry("attempts", 3L);
    }
  }
}
