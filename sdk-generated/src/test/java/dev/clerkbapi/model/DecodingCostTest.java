package dev.clerkbapi.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/** What decoding costs in memory, which does not depend on how fast the machine is. */
class DecodingCostTest {
  /** It is some 13 KB; reading a body ahead, or keeping it, would add 8 KB for each time. */
  private static final long MOST_BYTES = 16_000;

  private static final int BATCHES = 60;
  private static final int BATCH = 200;

  private static final JsonAdapter<User> USERS =
      new Moshi.Builder().add(new BapiAdapters(Clock.systemUTC())).build().adapter(User.class);

  @Test
  void userOfFiveKilobytes_takesLittleMoreThanItsOwnStrings() throws IOException {
    byte[] json = json();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < BATCHES; i++) {
      least = Math.min(least, bytesOfBatch(json) / BATCH);
    }
    assertThat(least).isBetween(1_000L, MOST_BYTES);
  }

  private static long bytesOfBatch(byte[] json) throws IOException {
    long before = allocated();
    for (int i = 0; i < BATCH; i++) {
      User unused = USERS.fromJson(new Buffer().write(json));
    }
    return allocated() - before;
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  private static byte[] json() throws IOException {
    try (InputStream json = DecodingCostTest.class.getResourceAsStream("large-user.json")) {
      return json.readAllBytes();
    }
  }
}
