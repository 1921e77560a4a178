package dev.clerkbapi;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.Http2Bapi;
import dev.clerkbapi.internal.support.SystemEnvironment;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What calls cost over what BAPI speaks, as far as it does not depend on the machine's speed. */
class OverTlsTest {
  /** There are some 3030 on JDK 17 and 3220 on 25; bare OkHttp loads 500 fewer. */
  private static final int MOST_CLASSES = Runtime.version().feature() < 21 ? 3_100 : 3_270;

  /**
   * In the caller's thread and the one that reads the connection: some 32 KB once it is compiled. A
   * buffer that does not return to okio's pool adds 8 KB.
   */
  private static final long MOST_BYTES = 36_000;

  /** So many, because the compiler is slow on a busy machine. */
  private static final int MOST_BATCHES = 100;

  private static final int BATCH = 100;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static Http2Bapi bapi;

  @BeforeAll
  static void start() throws Exception {
    bapi = new Http2Bapi(okJson(Fixtures.USER));
  }

  @AfterAll
  static void stop() throws Exception {
    bapi.close();
  }

  @Test
  void server_speaksHttp2AndGzip() throws Exception {
    OkHttpClient http = new OkHttpClient();
    Request request =
        new Request.Builder()
            .url(bapi.baseUrl() + "/users/user_1")
            .header("Accept-Encoding", "gzip")
            .build();
    try (Response response = http.newCall(request).execute()) {
      assertThat(response.protocol()).hasToString("h2");
      assertThat(response.header("Content-Encoding")).isEqualTo("gzip");
    } finally {
      http.connectionPool().evictAll();
    }
  }

  @Test
  void firstCall_loadsFewClasses() throws Exception {
    List<String> loaded = FirstCallTest.classesUntilAResponse(bapi.baseUrl(), bapi.flags());
    assertThat(loaded).contains("sun.security.ssl.SSLSocketImpl").hasSizeBetween(500, MOST_CLASSES);
  }

  @Test
  void warmCall_takesLittleMemory() {
    try (ClerkClient clerk =
        Fixtures.client(bapi.baseUrl(), new SystemEnvironment())
            .callListener(report -> assertThat(report.attempts()).isOne())
            .build()) {
      long least = Long.MAX_VALUE;
      for (int i = 0; i < MOST_BATCHES && least > MOST_BYTES; i++) {
        least = Math.min(least, bytesOfBatch(clerk) / BATCH);
      }
      assertThat(least).isBetween(1_000L, MOST_BYTES);
    }
  }

  private static long bytesOfBatch(ClerkClient clerk) {
    long before = allocated();
    for (int i = 0; i < BATCH; i++) {
      var unused = clerk.users().getUser("user_1");
    }
    return allocated() - before;
  }

  private static long allocated() {
    long sum = THREADS.getCurrentThreadAllocatedBytes();
    for (ThreadInfo thread : THREADS.dumpAllThreads(false, false, 0)) {
      if (thread.getThreadName().startsWith("OkHttp")) {
        sum += THREADS.getThreadAllocatedBytes(thread.getThreadId());
      }
    }
    return sum;
  }
}
