package dev.clerkbapi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.FakeFault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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

  private void failAfterTheInstance(int requests) {
    bapi.failNext(FakeFault.delay(Duration.ZERO));
    bapi.failNext(requests, FakeFault.error(503, "service_unavailable"));
  }

  @Test
  void instanceUnderARateLimit_isWaitedForAndSaysSo() throws IOException {
    Path ids = users(3);
    bapi.failNext(FakeFault.rateLimited(Duration.ofSeconds(2)));
    assertThat(command.run(ids)).isZero();
    assertThat(command.outLines()).first().isEqualTo("waiting 2 s: rate limit");
    assertThat(command.outLines()).element(1).asString().startsWith("Instance: ins_fakebapi");
    bapi.failNext(FakeFault.error(503, "service_unavailable"));
    assertThat(command.run("undo", "--journal", bed.journal())).isEqualTo(2);
    assertThat(command.run(ids, "--journal", bed.journal(), "--relock", "2h")).isZero();
    assertThat(command.outLines()).first().isEqualTo("waiting 1 s: service unavailable");
  }

  @Test
  void instanceThatStaysUnderARateLimit_isGivenUp() throws IOException {
    Path ids = users(3);
    bapi.failNext(1000, FakeFault.rateLimited(Duration.ofSeconds(60)));
    assertThat(command.run(ids, "--give-up", 0)).isEqualTo(2);
    assertThat(command.errLines())
        .singleElement()
        .asString()
        .contains("gave up waiting for the API: rate limit", "nothing was sent");
    assertThat(bapi.requests()).hasSize(1);
  }

  @Test
  void instanceThatFailsForItself_isTriedThreeTimes() throws IOException {
    Path ids = users(3);
    bapi.failNext(3, FakeFault.error(500, "internal_error"));
    assertThat(command.run(ids)).isZero();
    assertThat(command.err()).contains("instance of this key could not be read", "500");
    assertThat(bapi.lockCounts()).hasSize(3);
  }

  @Test
  void apiThatIsDown_isWaitedForAndSaysSo() throws IOException {
    Path ids = users(20);
    failAfterTheInstance(6);
    assertThat(command.run(ids, "--plain")).isZero();
    assertThat(command.out()).contains("waiting 1 s: service unavailable");
    assertThat(bapi.lockCounts()).hasSize(20);
  }

  @Test
  void apiThatStaysDown_endsTheRunWithTheRestSkipped() throws IOException {
    Path ids = users(20);
    failAfterTheInstance(1000);
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
