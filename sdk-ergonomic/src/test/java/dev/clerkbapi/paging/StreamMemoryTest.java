package dev.clerkbapi.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.ClerkClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long list in a small heap, in a process of its own. */
class StreamMemoryTest {
  private static final int ALL = 100_000;

  @TempDir private Path folder;

  /** Reads all users, and prints how many there were. */
  static final class Main {
    private Main() {}

    public static void main(String[] args) {
      try (ClerkClient clerk =
          ClerkClient.builder().secretKey("sk_test_memory").baseUrl(args[0]).build()) {
        System.out.print(clerk.users().streamUserList(p -> p.limit(500)).count());
      }
    }
  }

  @Test
  void longList_fitsIntoASmallHeap() throws Exception {
    Path out = folder.resolve("out.txt");
    try (PageServer server = new PageServer(ALL)) {
      Process java =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx48m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Main.class.getName(),
                  server.baseUrl())
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      try {
        assertThat(java.waitFor(2, TimeUnit.MINUTES)).isTrue();
      } finally {
        java.destroyForcibly();
      }
    }
    assertThat(Files.readString(out, StandardCharsets.UTF_8)).isEqualTo(Integer.toString(ALL));
  }
}
