package dev.clerkbapi.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clerkbapi.ClerkClient;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a picture is sent as. */
class UploadTest {
  private static final byte[] BYTES = {'p', 'i', 'c'};

  private ExampleServer server;
  private ClerkClient clerk;

  @BeforeEach
  void start() throws IOException {
    server = new ExampleServer(new DescribedApi());
    clerk = ClerkClient.builder().secretKey("sk_test_upload").baseUrl(server.baseUrl()).build();
  }

  @AfterEach
  void stop() {
    clerk.close();
    server.close();
  }

  @Test
  void contentType_isThatOfTheName() {
    clerk.users().updateUserProfileImage("user_1", BYTES, "ada.png");

    assertThat(server.taken().body())
        .contains("name=\"file\"; filename=\"ada.png\"", "Content-Type: image/png", "pic");
  }

  @Test
  void contentTypeOfAnUnknownName_isAnyBytes() {
    clerk.users().updateUserProfileImage("user_1", BYTES, "ada");

    assertThat(server.taken().body()).contains("Content-Type: application/octet-stream");
  }

  @Test
  void givenContentType_isSent() {
    clerk.organizations().updateOrganizationLogo("org_1", BYTES, "logo", "image/webp", "user_1");

    assertThat(server.taken().body())
        .contains("Content-Type: image/webp", "name=\"uploader_user_id\"", "user_1");
  }

  @Test
  void optionalPart_isLeftOutWhereItIsNull() {
    clerk.organizations().updateOrganizationLogo("org_1", BYTES, "logo", "image/webp", null);

    assertThat(server.taken().body()).doesNotContain("uploader_user_id");
  }

  @Test
  void textThatIsNoContentType_isRefusedAndNothingIsSent() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> clerk.users().updateUserProfileImage("user_1", BYTES, "ada.png", "picture"));
    assertThat(server.taken()).isNull();
  }
}
