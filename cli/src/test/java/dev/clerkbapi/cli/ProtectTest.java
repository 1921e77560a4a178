package dev.clerkbapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.testing.FakeBapi;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as a process: whom a protect list protects. */
class ProtectTest {
  @RegisterExtension private final TestBed bed = TestBed.start();
  private final FakeBapi bapi = bed.bapi();

  @Test
  void whatIsClear_protects() throws Exception {
    List<String> ids = bapi.addUsers(9);
    Path guarded =
        bed.file(
            "guarded",
            "\"user_1\"",
            "'user_2'",
            "<user_3>",
            "https://dashboard.clerk.com/apps/app_1/instances/ins_1/users/user_4",
            "https://dashboard.clerk.com/apps/app_1/instances/ins_1/users/user_5/?tab=profile",
            "[user_6] # break glass",
            " (\"user_7\") ",
            "user_8");
    Path all = bed.file("ids", ids.toArray(String[]::new));
    assertThat(bed.run(all, "--protect", guarded)).isZero();
    assertThat(bapi.lockCounts()).containsOnlyKeys("user_9");
    assertThat(bed.output()).contains("8 IDs protected (8 of them in the file)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+user_1",
        "user_1;",
        "user_1\u200b",
        "User_1",
        "user_1, user_2",
        "ada@example.com",
        "\"user_1",
        "https://example.com/user_1",
        "usr_1"
      })
  void whatIsNotClear_isRefusedWithItsLine(String line) throws Exception {
    bapi.addUsers(1);
    Path guarded = bed.file("guarded", "user_9", line);
    assertThat(bed.run(bed.file("ids", "user_1"), "--protect", guarded)).isEqualTo(2);
    assertThat(bed.output()).contains("line 2", "would protect nobody");
    assertThat(bapi.requests()).isEmpty();
  }

  @Test
  void emptyList_isRefused() throws Exception {
    bapi.addUsers(1);
    assertThat(bed.run(bed.file("ids", "user_1"), "--protect", bed.file("guarded", "# nobody")))
        .isEqualTo(2);
    assertThat(bed.output()).contains("guarded", "would protect nobody");
    assertThat(bapi.requests()).isEmpty();
  }

  @Test
  void dryRun_saysWhetherTheProtectedExist() throws Exception {
    bapi.addUsers(2);
    Path guarded = bed.file("guarded", "user_1", "user_2", "user_7");
    assertThat(bed.run(bed.file("ids", "user_1"), "--protect", guarded, "--dry-run")).isZero();
    assertThat(bed.output())
        .contains("3 IDs protected (1 of them in the file)", "Protected: 2 of 3 exist")
        .contains("not found in this instance: user_7");
  }
}
