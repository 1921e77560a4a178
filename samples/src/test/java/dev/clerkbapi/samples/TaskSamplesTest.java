package dev.clerkbapi.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.testing.FakeFault;
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
    Sample.Program program =
        (clerk, arguments, to) -> {
          RevokeSessions.revokeSessions(clerk, arguments, to);
          assertThat(clerk.sessions().getSessionList(p -> p.userId(arguments.get(0))))
              .hasSize(2)
              .allMatch(session -> session.status().value().equals("revoked"));
        };

    assertThat(run(RevokeSessions.SAMPLE, program)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("sess_1: revoked", "sess_2: revoked");
  }

  @Test
  void wrongNumberOfArguments_isWrongUsage() {
    String[] one = {"org_1"};

    assertThat(InviteToOrganization.SAMPLE.run(one, NO_KEY, terminal, InviteToOrganization::invite))
        .isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("InviteToOrganization ORGANIZATION_ID EMAIL");
  }

  @Test
  void inviteToOrganization_makesAnInvitationThatIsPending() {
    Sample.Program program =
        (clerk, arguments, to) -> {
          InviteToOrganization.invite(clerk, arguments, to);
          assertThat(clerk.organizations().getOrganizationInvitationList(arguments.get(0)))
              .singleElement()
              .satisfies(it -> assertThat(it.emailAddress()).isEqualTo("ada@example.com"));
        };

    assertThat(run(InviteToOrganization.SAMPLE, program)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains(": pending");
  }

  @Test
  void invitationThatIsOpen_isReported() {
    Sample invite = InviteToOrganization.SAMPLE;
    FakeFault open = FakeFault.error(400, "organization_invitation_not_unique");
    Sample again =
        new Sample(
            invite.name(),
            invite.parameters(),
            invite.defaults(),
            invite.setUp().andThen((bapi, arguments) -> bapi.failNext(open)));

    assertThat(run(again, InviteToOrganization::invite)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("ada@example.com has an invitation that is open.");
  }

  @Test
  void updateMetadata_mergesAndRemoves() {
    assertThat(run(UpdateMetadata.SAMPLE, UpdateMetadata::update)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .anyMatch(line -> line.contains("floor=2") && line.contains("room=217"))
        .contains("Without desk: {team=blue}");
  }

  @Test
  void uploadImage_givesTheOrganizationALogo() {
    assertThat(run(UploadImage.SAMPLE, UploadImage::upload)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("org_123 has a logo: true");
  }

  @Test
  void createAndVerifyApiKey_mayReadUntilItIsRevoked() {
    assertThat(run(CreateAndVerifyApiKey.SAMPLE, CreateAndVerifyApiKey::createAndVerify)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("May read: true", "May read after it was revoked: false");
  }

  /** Without a key and without arguments. */
  private int run(Sample sample, Sample.Program program) {
    int status = sample.run(new String[0], NO_KEY, terminal, program);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    return status;
  }
}
