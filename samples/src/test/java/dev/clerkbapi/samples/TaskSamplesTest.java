package dev.clerkbapi.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.ClerkClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples that each do one task. */
class TaskSamplesTest {
  private static final Map<String, String> NO_KEY = Map.of();

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Terminal terminal =
      new Terminal(
          new PrintStream(out, true, StandardCharsets.UTF_8),
          new PrintStream(err, true, StandardCharsets.UTF_8));

  @Test
  void exportUsers_writesALineForEveryUser() throws IOException {
    Path file = folder.resolve("users.csv");
    int status =
        ExportUsers.SAMPLE.run(
            new String[] {file.toString()}, NO_KEY, terminal, ExportUsers::export);

    assertThat(status).isZero();
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(1 + ExportUsers.USERS_OF_THE_FAKE).doesNotHaveDuplicates();
    assertThat(lines.get(0)).isEqualTo("id,first_name,last_name,email,locked,banned");
    assertThat(lines.get(1)).matches("(\"[^\"]*\",){4}false,false").startsWith("\"user_");
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("250 users in " + file);
  }

  @Test
  void fileThatCannotBeWritten_isOneLineAndStatus1() {
    String[] file = {folder.resolve("none").resolve("users.csv").toString()};

    assertThat(ExportUsers.SAMPLE.run(file, NO_KEY, terminal, ExportUsers::export)).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
  }

  @Test
  void cell_isQuotedAndNoFormula() {
    assertThat(ExportUsers.cell("a \"b\", c")).isEqualTo("\"a \"\"b\"\", c\"");
    assertThat(ExportUsers.cell("=1+1")).isEqualTo("\"'=1+1\"");
    assertThat(ExportUsers.cell(null)).isEqualTo("\"\"");
  }

  @Test
  void revokeSessions_endsEverySession() {
    int status =
        RevokeSessions.SAMPLE.run(
            new String[0],
            NO_KEY,
            terminal,
            (clerk, arguments, to) -> {
              RevokeSessions.revokeSessions(clerk, arguments, to);
              assertThat(clerk.sessions().getSessionList(p -> p.userId(arguments.get(0))))
                  .hasSize(2)
                  .allMatch(session -> session.status().value().equals("revoked"));
            });

    assertThat(status).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("sess_1: revoked", "sess_2: revoked");
  }

  @Test
  void wrongNumberOfArguments_isWrongUsage() {
    String[] one = {"org_1"};

    assertThat(InviteToOrganization.SAMPLE.run(one, NO_KEY, terminal, InviteToOrganization::invite))
        .isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("InviteToOrganization ORGANIZATION_ID EMAIL");
  }

  @Test
  void inviteToOrganization_saysWhatHappened() throws IOException {
    String open = "{\"errors\":[{\"code\":\"organization_invitation_not_unique\"}]}";
    try (ScriptedServer server =
            new ScriptedServer().then(200, "{\"id\":\"orginv_1\",\"status\":\"pending\"}").then(400, open);
        ClerkClient clerk = server.client()) {
      InviteToOrganization.invite(clerk, List.of("org_1", "a@example.com"), terminal);
      InviteToOrganization.invite(clerk, List.of("org_1", "a@example.com"), terminal);

      assertThat(server.requests())
          .hasSize(2)
          .allMatch(it -> it.startsWith("POST /v1/organizations/org_1/invitations {"))
          .allMatch(it -> it.contains("\"email_address\":\"a@example.com\""));
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("orginv_1: pending", "a@example.com has an invitation that is open.");
  }

  @Test
  void updateMetadata_mergesAndRemoves() throws IOException {
    try (ScriptedServer server =
            new ScriptedServer()
                .then(200, "{}")
                .then(200, "{\"public_metadata\":{\"team\":\"blue\",\"desk\":{\"room\":217}}}")
                .then(200, "{\"public_metadata\":{\"team\":\"blue\"}}");
        ClerkClient clerk = server.client()) {
      UpdateMetadata.update(clerk, List.of("user_1"), terminal);

      assertThat(server.requests()).hasSize(3);
      assertThat(server.requests().get(2))
          .isEqualTo("PATCH /v1/users/user_1/metadata {\"public_metadata\":{\"desk\":null}}");
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("Without desk: {team=blue}");
  }

  @Test
  void uploadImage_sendsAPng() throws IOException {
    try (ScriptedServer server =
            new ScriptedServer().then(200, "{\"id\":\"user_1\",\"has_image\":true}");
        ClerkClient clerk = server.client()) {
      UploadImage.upload(clerk, List.of("user_1"), terminal);

      assertThat(server.requests()).singleElement().asString()
          .startsWith("POST /v1/users/user_1/profile_image ")
          .contains("filename=\"disc.png\"", "Content-Type: image/png", "\u0089PNG");
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("user_1 has a picture: true");
  }

  @Test
  void createAndVerifyApiKey_mayReadUntilItIsRevoked() throws IOException {
    String key = "{\"id\":\"ak_1\",\"revoked\":%s,\"expired\":false,\"scopes\":[\"read\"],\"secret\":\"ak_secret\"}";
    try (ScriptedServer server =
            new ScriptedServer()
                .then(200, key.formatted(false))
                .then(200, key.formatted(false))
                .then(200, key.formatted(true))
                .then(200, key.formatted(true));
        ClerkClient clerk = server.client()) {
      CreateAndVerifyApiKey.createAndVerify(clerk, List.of("user_1"), terminal);

      assertThat(server.requests()).hasSize(4);
      assertThat(server.requests().get(1)).contains("/api_keys/verify", "ak_secret");
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("May read: true", "May read after it was revoked: false")
        .doesNotContain("ak_secret");
  }
}
