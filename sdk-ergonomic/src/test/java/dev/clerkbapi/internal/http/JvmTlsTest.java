package dev.clerkbapi.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.errors.ClerkTransportException;
import dev.clerkbapi.errors.ClerkTransportException.Reason;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.fixtures.Tls;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.OkHttpClient;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** TLS is set up on other threads, and a call waits for it as for anything else. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JvmTlsTest {
  private static final String TRUST_STORE = "javax.net.ssl.trustStore";
  private static final String THREAD = "clerk-bapi-tls-";

  @Test
  void clientOverHttps_trustsWhatTheJvmDoes() throws Exception {
    HeldCertificate certificate = Tls.certificate("127.0.0.1");
    try (Tls trusted = Tls.trust(certificate);
        RawServer server = new RawServer(Tls.server(certificate), RawServer.user());
        ClerkClient clerk = Fixtures.client(https(server)).build()) {
      clerk.warmUp();

      assertThat(clerk.users().getUser("user_1").id()).isEqualTo("user_123");
      assertThat(trusted.flags()).isNotEmpty();
    }
  }

  @Test
  void trustStoreThatIsNone_isNamedByTheWarmUp(@TempDir Path folder) throws Exception {
    String before = breakTrustStore(folder);
    try (ClerkClient clerk =
        ClerkClient.builder().secretKey(Fixtures.KEY).baseUrl("https://127.0.0.1:1/v1").build()) {
      assertThatIllegalStateException()
          .isThrownBy(clerk::warmUp)
          .withMessageContaining("the JVM's TLS cannot be set up");
    } finally {
      restore(before);
    }
  }

  @Test
  void brokenTrustStore_endsACallWithoutAnythingSent(@TempDir Path folder) throws Exception {
    String before = breakTrustStore(folder);
    try (RawServer server =
            new RawServer(Tls.server(Tls.certificate("127.0.0.1")), RawServer.user());
        ClerkClient clerk = Fixtures.client(https(server)).build()) {
      ClerkTransportException thrown =
          catchThrowableOfType(
              ClerkTransportException.class, () -> clerk.users().getUser("user_1"));

      assertThat(thrown.reason()).isEqualTo(Reason.TLS);
      assertThat(thrown).hasMessageContaining("the JVM's TLS cannot be set up");
      assertThat(thrown.mayHaveBeenCarriedOut()).isFalse();
      assertThat(thrown.getSuppressed()).as("earlier attempts").isEmpty();
      assertThat(server.requests()).isEmpty();
    } finally {
      restore(before);
    }
  }

  @Test
  void plainHttpAndAnHttpClientOfOnesOwn_startNoThread() throws Exception {
    Set<Thread> before = threads();
    try (ClerkClient plain = Fixtures.client("http://127.0.0.1:1/v1").build();
        ClerkClient indented = Fixtures.client(" HTTP://127.0.0.1:1/v1").build();
        ClerkClient own =
            ClerkClient.builder().secretKey(Fixtures.KEY).httpClient(new OkHttpClient()).build()) {
      assertThat(plain).isNotEqualTo(own);
      assertThat(indented).hasToString(plain.toString());
      assertThat(threads()).isSubsetOf(before);
    }
  }

  @Test
  void threadsOfAClientOverHttps_areDaemonsAndEnd() throws Exception {
    Set<Thread> before = threads();
    try (ClerkClient clerk = ClerkClient.create(Fixtures.KEY)) {
      Set<Thread> started = threads();
      started.removeAll(before);
      assertThat(started).allMatch(Thread::isDaemon);
      for (Thread thread : started) {
        thread.join();
      }
      clerk.warmUp();

      assertThat(threads()).isSubsetOf(before);
    }
  }

  @Test
  void closedSocket_isNotWaitedFor() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    JvmTls tls = started(never);
    try {
      Socket below = new Socket();
      below.close();

      assertThatExceptionOfType(SocketException.class)
          .isThrownBy(() -> tls.createSocket(below, "localhost", 443, true));
    } finally {
      never.countDown();
    }
  }

  @Test
  void interrupt_endsTheWait() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    JvmTls tls = started(never);
    try (Socket below = new Socket()) {
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(InterruptedIOException.class)
          .isThrownBy(() -> tls.createSocket(below, "localhost", 443, true));
      assertThat(Thread.interrupted()).isTrue();
    } finally {
      never.countDown();
    }
  }

  @Test
  void whoeverWaits_getsTheJvmsSockets() throws Exception {
    CountDownLatch soon = new CountDownLatch(1);
    JvmTls tls = started(soon);
    soon.countDown();

    SSLSocketFactory jvms = (SSLSocketFactory) SSLSocketFactory.getDefault();
    assertThat(tls.getSupportedCipherSuites()).isEqualTo(jvms.getSupportedCipherSuites());
    assertThat(tls.getDefaultCipherSuites()).isEqualTo(jvms.getDefaultCipherSuites());
    try (Socket unconnected = tls.createSocket()) {
      assertThat(unconnected.isConnected()).isFalse();
    }
  }

  @Test
  void noPins_trustNobody() {
    NoPins pins = new NoPins();
    X509Certificate[] chain = {Tls.certificate("localhost").certificate()};

    assertThat(pins.getAcceptedIssuers()).isEmpty();
    assertThatExceptionOfType(CertificateException.class)
        .isThrownBy(() -> pins.checkServerTrusted(chain, "ECDHE_ECDSA"));
    assertThatExceptionOfType(CertificateException.class)
        .isThrownBy(() -> pins.checkClientTrusted(chain, "ECDHE_ECDSA"));
  }

  private static String https(RawServer server) {
    return server.baseUrl().replaceFirst("^http:", "https:");
  }

  /** One that becomes ready when the latch opens. */
  private static JvmTls started(CountDownLatch ready) {
    JvmTls tls =
        new JvmTls(
            () -> {
              ready.await();
              return (SSLSocketFactory) SSLSocketFactory.getDefault();
            });
    tls.start();
    return tls;
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(THREAD))
        .collect(Collectors.toSet());
  }

  private static String breakTrustStore(Path folder) throws Exception {
    var unused = SSLContext.getDefault(); // Made once for a JVM: other tests need it whole.
    Path broken = Files.writeString(folder.resolve("trust.p12"), "no key store");
    return System.setProperty(TRUST_STORE, broken.toString());
  }

  private static void restore(String before) {
    if (before == null) {
      System.clearProperty(TRUST_STORE);
    } else {
      System.setProperty(TRUST_STORE, before);
    }
  }
}
