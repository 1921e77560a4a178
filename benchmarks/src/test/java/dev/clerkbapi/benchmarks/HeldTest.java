package dev.clerkbapi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What a decoded user holds and allocates, which does not depend on how fast the machine is. */
class HeldTest {
  private static final int BATCHES = 60;
  private static final int BATCH = 200;

  private final Codec codec = new SdkCodec();

  @Test
  void fullUser_isHeldInLittleMoreThanItsJson() throws IOException {
    assertThat(Held.bytes(codec, SampleUsers.full())).isBetween(3_000L, 6_000L);
  }

  @Test
  void plainUser_isHeldInLessThanByClerksSdk() throws IOException {
    long held = Held.bytes(codec, SampleUsers.plain());
    assertThat(held).isBetween(1_500L, 3_400L);
    assertThat(held).isLessThan(Held.bytes(new PeerCodec(), SampleUsers.plain()));
  }

  @Test
  void decode_allocatesLittle() throws IOException {
    assertThat(allocated(SampleUsers.full())).isBetween(6_000L, 12_400L);
    assertThat(allocated(SampleUsers.plain())).isBetween(3_000L, 6_900L);
  }

  @Test
  void moshisReader_readsEveryStringOfTheUser() throws IOException {
    assertThat(allocated(new MoshiCodec(SampleUsers.plain()), SampleUsers.plain()))
        .isGreaterThan(1_500L);
  }

  private long allocated(byte[] json) throws IOException {
    return allocated(codec, json);
  }

  private static long allocated(Codec codec, byte[] json) throws IOException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < BATCHES; i++) {
      long before = bytes();
      for (int j = 0; j < BATCH; j++) {
        var unused = codec.decode(json);
      }
      least = Math.min(least, (bytes() - before) / BATCH);
    }
    return least;
  }

  private static long bytes() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
