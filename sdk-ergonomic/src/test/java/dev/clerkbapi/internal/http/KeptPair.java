package dev.clerkbapi.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.ClerkClientBuilder;
import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.fixtures.TestApi;
import dev.clerkbapi.fixtures.Tls;
import dev.clerkbapi.model.User;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import javax.net.ServerSocketFactory;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** A server, and a client that keeps its HTTP/1.1 connections to it. */
final class KeptPair implements Closeable {
  private static final HeldCertificate CERTIFICATE = Tls.certificate("127.0.0.1");

  /** Over what, and with whose HTTP client. */
  enum Way {
    PLAIN,
    TLS_1_2,
    TLS_1_3,
    PLAIN_CALLERS,
    TLS_CALLERS;

    boolean isTls() {
      return name().startsWith("TLS");
    }

    ServerSocketFactory sockets() {
      ServerSocketFactory tls = Tls.server(CERTIFICATE);
      return switch (this) {
        case PLAIN, PLAIN_CALLERS -> ServerSocketFactory.getDefault();
        case TLS_1_2 -> Tls.only("TLSv1.2", tls);
        case TLS_1_3, TLS_CALLERS -> Tls.only("TLSv1.3", tls);
      };
    }
  }

  private final RawServer server;
  private final TestApi api;
  private final ClerkClient clerk;
  private final Closeable trust;
  private final @Nullable OkHttpClient callers;

  KeptPair(Way way, RawServer.Response... responses) throws IOException {
    trust = way.isTls() ? Tls.trust(CERTIFICATE)::close : () -> {};
    server = new RawServer(way.sockets(), responses);
    callers = way.name().endsWith("CALLERS") ? callers() : null;
    String scheme = way.isTls() ? "https" : "http";
    ClerkClientBuilder builder = Fixtures.client(scheme + "://127.0.0.1:" + server.port() + "/v1");
    clerk = (callers == null ? builder : builder.httpClient(callers)).build();
    api = clerk.api(TestApi.class);
  }

  private static OkHttpClient callers() {
    HandshakeCertificates trusted =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(CERTIFICATE.certificate())
            .build();
    return new OkHttpClient.Builder()
        .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
        .protocols(List.of(Protocol.HTTP_1_1))
        .build();
  }

  RawServer server() {
    return server;
  }

  ClerkClient clerk() {
    return clerk;
  }

  TestApi api() {
    return api;
  }

  void expectUser(Call<User> call) {
    assertThat(clerk.call(call).id()).isEqualTo("user_123");
  }

  @Override
  public void close() throws IOException {
    clerk.close();
    server.close();
    trust.close();
    if (callers != null) {
      callers.connectionPool().evictAll();
      callers.dispatcher().executorService().shutdown();
    }
  }
}
