package dev.clerkbapi;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * Makes this JVM trust a certificate until closed, as a user would who has a certificate authority
 * of their own: by system properties. So tests over TLS run on the SDK's own HTTP client.
 */
final class Tls implements AutoCloseable {
  private static final String PREFIX = "javax.net.ssl.trustStore";
  private static final String PASSWORD = "test-only";

  private final Map<String, String> before = new LinkedHashMap<>();
  private final Path file;

  private Tls(Path file) {
    this.file = file;
    set(PREFIX, file.toString());
    set(PREFIX + "Password", PASSWORD);
    set(PREFIX + "Type", "PKCS12");
  }

  /** A certificate that signed itself. */
  static HeldCertificate certificate(String host) {
    return new HeldCertificate.Builder().addSubjectAlternativeName(host).build();
  }

  /** For a server that shows this certificate. */
  static ServerSocketFactory server(HeldCertificate shown) {
    return new HandshakeCertificates.Builder()
        .heldCertificate(shown)
        .build()
        .sslContext()
        .getServerSocketFactory();
  }

  /** The same sockets, which speak one version of the protocol, such as {@code TLSv1.3}. */
  static ServerSocketFactory only(String version, ServerSocketFactory sockets) {
    return new ServerSocketFactory() {
      @Override
      public ServerSocket createServerSocket(int port) throws IOException {
        return limited(sockets.createServerSocket(port));
      }

      @Override
      public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        return limited(sockets.createServerSocket(port, backlog));
      }

      @Override
      public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
          throws IOException {
        return limited(sockets.createServerSocket(port, backlog, address));
      }

      private ServerSocket limited(ServerSocket socket) {
        ((SSLServerSocket) socket).setEnabledProtocols(new String[] {version});
        return socket;
      }
    };
  }

  static Tls trust(HeldCertificate trusted) throws IOException {
    Path file = Files.createTempFile("trusted", ".p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("trusted", trusted.certificate());
      store.store(out, PASSWORD.toCharArray());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e); // Every JDK has PKCS12.
    }
    return new Tls(file);
  }

  @Override
  public void close() throws IOException {
    before.forEach(
        (name, value) -> {
          if (value == null) {
            System.clearProperty(name);
          } else {
            System.setProperty(name, value);
          }
        });
    Files.delete(file);
  }

  private void set(String name, String value) {
    before.put(name, System.setProperty(name, value));
  }
}
