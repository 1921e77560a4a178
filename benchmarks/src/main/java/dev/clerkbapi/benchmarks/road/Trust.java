package dev.clerkbapi.benchmarks.road;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import okhttp3.tls.HeldCertificate;

/** A certificate made for one run, and the files by which clients trust it. */
final class Trust {
  private static final char[] PASSWORD = "changeit".toCharArray(); // The JDK's own.

  private final HeldCertificate certificate =
      new HeldCertificate.Builder()
          .addSubjectAlternativeName("localhost")
          .addSubjectAlternativeName("127.0.0.1")
          .build();

  /** By OpenSSL's relative that Netty brings, if it runs here; otherwise by the JDK. */
  SslContext server() throws IOException {
    return SslContextBuilder.forServer(
            certificate.keyPair().getPrivate(), certificate.certificate())
        .sslProvider(OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK)
        .applicationProtocolConfig(
            new ApplicationProtocolConfig(
                Protocol.ALPN,
                SelectorFailureBehavior.NO_ADVERTISE,
                SelectedListenerFailureBehavior.ACCEPT,
                ApplicationProtocolNames.HTTP_2,
                ApplicationProtocolNames.HTTP_1_1))
        .build();
  }

  /**
   * Writes {@code trust.jks} for the JDK, with all authorities that the JDK trusts, because to read
   * them takes a part of a first call; and {@code trust.pem} for Node.
   */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("trust.pem"), certificate.certificatePem());
    Path known = Path.of(System.getProperty("java.home", ""), "lib", "security", "cacerts");
    try (InputStream in = Files.newInputStream(known);
        OutputStream out = Files.newOutputStream(folder.resolve("trust.jks"))) {
      KeyStore store = KeyStore.getInstance("JKS");
      store.load(in, PASSWORD);
      store.setCertificateEntry("benchmarks", certificate.certificate());
      store.store(out, PASSWORD);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }
}
