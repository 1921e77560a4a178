package dev.clerkbapi.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.clerkbapi.auth.fixtures.Sessions;
import dev.clerkbapi.auth.fixtures.SigningKey;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What a verification costs in memory, which does not depend on how fast the machine is. */
class VerificationCostTest {
  /** It is some 10.5 KB, of which the JDK's RSA takes 7.5 KB, and the claims themselves 1 KB. */
  private static final long MOST_BYTES = 12_000;

  private static final int BATCHES = 20;
  private static final int BATCH = 50;

  @Test
  void verification_takesLittle() {
    SigningKey key = SigningKey.of("ins_1");
    TokenVerifier verifier =
        TokenVerifier.builder()
            .jwtKey(key.pem())
            .authorizedParties(Sessions.ORIGIN)
            .clock(Sessions.CLOCK)
            .build();
    String token = key.token(Sessions.claims());
    long least = Long.MAX_VALUE;
    for (int i = 0; i < BATCHES; i++) {
      least = Math.min(least, bytesOfBatch(verifier, token) / BATCH);
    }
    assertThat(least).isBetween(1_000L, MOST_BYTES);
  }

  private static long bytesOfBatch(TokenVerifier verifier, String token) {
    long before = allocated();
    for (int i = 0; i < BATCH; i++) {
      var unused = verifier.verify(token);
    }
    return allocated() - before;
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
