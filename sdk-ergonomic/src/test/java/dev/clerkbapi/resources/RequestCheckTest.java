package dev.clerkbapi.resources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.resources.ExampleServer.Received;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A check that finds nothing would let every request pass. */
class RequestCheckTest {
  private static final PublishedApi PUBLISHED = new PublishedApi();
  private static final RequestCheck CHECK = new RequestCheck(PUBLISHED);
  private static final DescribedApi API = new DescribedApi();
  private static final String FILE =
      "Content-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n"
          + "Content-Type: image/png\r\n\r\npicture";
  private static final String UPLOADER =
      "Content-Disposition: form-data; name=\"uploader_user_id\"\r\n\r\nuser_1";

  @ParameterizedTest
  @CsvSource({
    "GET, /users, limit=20, , ''",
    "POST, /users/user_1/lock, , , ''",
    "PATCH, /users/user_1/metadata, , application/json, '{\"public_metadata\":{}}'",
  })
  void requestAsDescribed_hasNoFaults(
      String method, String path, String query, String type, String body) {
    assertThat(faults(method, path, query, type, body)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /users, limt=20, , ''",
    "GET, /users, limit=501, , ''",
    "GET, /users, limit=ten, , ''",
    "GET, /api_keys, , , ''", // Its subject is required.
    "PATCH, /users/user_1/metadata, , application/json, '{\"public_metadata\":1}'",
    "PATCH, /users/user_1/metadata, , text/plain, '{\"public_metadata\":{}}'",
    "POST, /users/ban, , application/json, '{}'",
    "POST, /users/ban, , application/json, '{\"user_ids\":[]}'",
  })
  void requestThatIsNotAsDescribed_hasAFault(
      String method, String path, String query, String type, String body) {
    assertThat(faults(method, path, query, type, body)).isNotEmpty();
  }

  @Test
  void uploadAsDescribed_hasNoFaults() {
    assertThat(upload(FILE)).isEmpty();
    assertThat(upload(FILE, UPLOADER)).isEmpty();
  }

  @Test
  void uploadThatIsNotAsDescribed_hasAFault() {
    assertThat(upload(UPLOADER)).containsExactly("no part file");
    assertThat(upload(FILE, UPLOADER.replace("uploader_", "up"))).hasSize(1);
    assertThat(upload(FILE.replace("; filename=\"a.png\"", ""))).hasSize(1);
    assertThat(upload(FILE.replace("Content-Type: image/png\r\n", ""))).hasSize(1);
    assertThat(upload(FILE, UPLOADER.replace("id\"", "id\"; filename=\"b\""))).hasSize(1);
    assertThat(upload(FILE, UPLOADER.replace("user_1", ""))).hasSize(1);
  }

  private static List<String> upload(String... parts) {
    String body = "--x\r\n" + String.join("\r\n--x\r\n", parts) + "\r\n--x--\r\n";
    return faults(
        "PUT", "/organizations/org_1/logo", null, "multipart/form-data; boundary=x", body);
  }

  private static List<String> faults(
      String method, String path, String query, String type, String body) {
    return CHECK.faults(
        new Received(
            API.addressed(method, path),
            String.valueOf(query),
            String.valueOf(type),
            "Bearer sk_test_check",
            path,
            body));
  }
}
