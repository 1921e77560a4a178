package dev.clerkbapi.internal.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.clerkbapi.fixtures.Tls;
import dev.clerkbapi.fixtures.WireMockBapi;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Over TLS, with HTTP/1.1 and with HTTP/2, where several calls share a connection. */
class InterruptibleSocketsTest {
  /** Below what makes a server suspect an attack and end the connection itself. */
  private static final int INTERRUPTS_AT_ONCE = 30;

  private static final HeldCertificate LOCALHOST =
      new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();

  @RegisterExtension static final WireMockBapi BAPI = new WireMockBapi(configuration());

  private final WireMockServer server = BAPI.server();

  private static WireMockConfiguration configuration() {
    return wireMockConfig()
        .containerThreads(400) // One for each call whose caller was interrupted.
        .dynamicPort()
        .dynamicHttpsPort()
        .keystorePath(Tls.keyStore(LOCALHOST).toString())
        .keystoreType("PKCS12")
        .keystorePassword(Tls.PASSWORD)
        .keyManagerPassword(Tls.PASSWORD);
  }

  @BeforeEach
  void stub() {
    server.stubFor(any(anyUrl()).willReturn(aResponse().withBody("quick")));
    server.stubFor(
        any(urlEqualTo("/slow")).willReturn(aResponse().withBody("slow").withFixedDelay(200)));
    server.stubFor(any(urlEqualTo("/never")).willReturn(aResponse().withFixedDelay(20_000)));
  }

  private static OkHttpClient client(Protocol protocol) {
    HandshakeCertificates trusted =
        new HandshakeCertificates.Builder().addTrustedCertificate(LOCALHOST.certificate()).build();
    return new OkHttpClient.Builder()
        .socketFactory(new InterruptibleSockets())
        .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
        .protocols(
            protocol == Protocol.HTTP_2
                ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1)
                : List.of(Protocol.HTTP_1_1))
        .retryOnConnectionFailure(false)
        .readTimeout(Duration.ofDays(1))
        .callTimeout(Duration.ofSeconds(50))
        .build();
  }

  private String get(OkHttpClient client, String path) throws Exception {
    Request request =
        new Request.Builder().url("https://localhost:" + server.httpsPort() + path).build();
    try (Response response = client.newCall(request).execute()) {
      return response.protocol() + " " + response.body().string();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
  void interrupt_endsTheWait(Protocol protocol) throws Exception {
    OkHttpClient client = client(protocol);
    assertThat(get(client, "/quick")).isEqualTo(protocol + " quick");
    FutureTask<Throwable> call =
        new FutureTask<>(() -> catchThrowable(() -> get(client, "/never")));
    server.resetRequests();
    Thread caller = start(call);
    for (int i = 0; i < 3000 && server.getAllServeEvents().isEmpty(); i++) {
      Thread.sleep(10);
    }
    assertThat(server.getAllServeEvents()).hasSize(1);
    caller.interrupt();

    assertThat(call.get(30, TimeUnit.SECONDS)).isInstanceOf(InterruptedIOException.class);
  }

  /** An interrupt that comes while a request is being written must not end the connection. */
  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
  void interrupts_leaveOtherCallsAlone(Protocol protocol) throws Exception {
    Random moments = new Random(1);
    for (int round = 0; round < 5; round++) {
      OkHttpClient client = client(protocol);
      assertThat(get(client, "/quick")).isEqualTo(protocol + " quick");
      FutureTask<String> neighbour = new FutureTask<>(() -> get(client, "/slow"));
      start(neighbour);
      List<FutureTask<Throwable>> interrupted = new ArrayList<>();
      for (int i = 0; i < INTERRUPTS_AT_ONCE; i++) {
        FutureTask<Throwable> call =
            new FutureTask<>(() -> catchThrowable(() -> get(client, "/never")));
        interrupted.add(call);
        Thread caller = start(call);
        LockSupport.parkNanos(moments.nextInt(1_000_000));
        caller.interrupt();
      }
      assertThat(neighbour.get(30, TimeUnit.SECONDS)).isEqualTo(protocol + " slow");
      for (FutureTask<Throwable> call : interrupted) {
        assertThat(call.get(30, TimeUnit.SECONDS)).isNotNull();
      }
    }
  }

  private static Thread start(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
