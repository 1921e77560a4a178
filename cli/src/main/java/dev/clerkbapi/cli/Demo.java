package dev.clerkbapi.cli;

import dev.clerkbapi.testing.FakeBapi;
import dev.clerkbapi.testing.FakeFault;
import dev.clerkbapi.testing.FakeUser;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A fake of BAPI on this machine, with users to lock, to try the command without a key. */
final class Demo implements AutoCloseable {
  private static final int EVERY_NTH_IS_LOCKED = 50;
  private static final double SHARE_OF_FAULTS = 0.02;

  private final FakeBapi bapi = FakeBapi.builder().productionRateLimit().start();
  private final List<String> ids;
  private final OptionalInt perSecond;

  /**
   * Starts the fake.
   *
   * @param users how many users it has, such as 5000
   * @param perSecond the value of {@code --rate}, if given
   */
  Demo(int users, OptionalInt perSecond) {
    this.perSecond = perSecond;
    this.ids = bapi.addUsers(users, Demo::user);
    ids.forEach(id -> bapi.addSession(id, id.replace("user_", "sess_")));
    bapi.failAtRate(
        SHARE_OF_FAULTS,
        FakeFault.error(429, "too_many_requests"),
        FakeFault.error(500, "internal_error"),
        FakeFault.reset(),
        FakeFault.lostResponse());
  }

  private static FakeUser user(int number) {
    return FakeUser.builder("user_" + number).locked(number % EVERY_NTH_IS_LOCKED == 0).build();
  }

  List<String> ids() {
    return ids;
  }

  Target target() {
    return new Target(
        bapi.secretKey(),
        Optional.of(bapi.baseUrl()),
        perSecond.isPresent() ? perSecond : OptionalInt.of(Target.LIVE_PER_SECOND));
  }

  void printStart(PrintWriter out) {
    out.println("A fake of BAPI on this machine, no key needed:");
    out.printf(
        "  %d users, %d of them already locked%n", ids.size(), ids.size() / EVERY_NTH_IS_LOCKED);
    out.println("  a limit of 1000 requests per 10 s, as for a production instance");
    out.println("  one request in 50 fails: 429, 500, connection reset, lost response");
  }

  void printEnd(PrintWriter out) {
    out.println();
    out.println("As the fake counted:");
    out.printf("  %d users are locked now%n", ids.stream().filter(bapi::isLocked).count());
    out.printf("  %d of them by this run%n", bapi.lockCounts().size());
    out.printf("  %d requests exceeded its limit%n", bapi.rateLimitedRequests());
    out.flush();
  }

  @Override
  public void close() {
    bapi.close();
  }
}
