package dev.clerkbapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.FakeFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the command does while the API pauses. */
class PauseTest {
  @RegisterExtension private final TestBed bed = TestBed.start();
  private final FakeBapi bapi = bed.bapi();
  private final Command command = bed.command();

  private Path users(int count) throws IOException {
    List<String> ids = bapi.addUsers(count);
    return bed.file("ids", ids);
  }

  @Test
  void apiThatIsDown_isWaitedForAndSaysSo() throws IOException {
    Path ids = users(20);
    bapi.failNext(6, FakeFault.error(503, "service_unavailable"));
    assertThat(command.run(ids, "--plain")).isZero();
    assertThat(command.out()).contains("waiting 1 s: service unavailable");
    assertThat(bapi.lockCounts()).hasSize(20);
  }

  @Test
  void apiThatStaysDown_endsTheRunWithTheRestSkipped() throws IOException {
    Path ids = users(20);
    bapi.failNext(1000, FakeFault.error(503, "service_unavailable"));
    assertThat(command.run(ids, "--plain", "--give-up", 0)).isNotZero();
    assertThat(command.out()).contains("gave up waiting for the API");
    assertThat(bapi.lockCounts()).isEmpty();
  }

  @Test
  void negativeTime_isRefused() throws IOException {
    assertThat(command.run(users(1), "--give-up", -1)).isEqualTo(2);
    assertThat(bapi.lockCounts()).isEmpty();
  }
}
