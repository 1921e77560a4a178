package dev.clerkbapi.internal.http;

import dev.clerkbapi.internal.support.DaemonThreads;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.spec.ECGenParameterSpec;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Makes sockets with the JVM's TLS and the authorities that it trusts. To set that up takes a third
 * of a first call, so threads do it while the rest of a client is made. Whoever needs a socket
 * waits for them. Thread-safe.
 */
public final class JvmTls extends SSLSocketFactory {
  private static final String THREADS = "clerk-bapi-tls-";
  private static final long SLICE_MILLIS = 50;

  private final FutureTask<SSLSocketFactory> jvms;

  /** TLS cannot be set up, and will not be later. */
  public static final class UnavailableException extends SSLException {
    private static final long serialVersionUID = 1L;

    UnavailableException(Throwable cause) {
      super("the JVM's TLS cannot be set up: " + cause, cause);
    }
  }

  JvmTls(Callable<SSLSocketFactory> jvms) {
    this.jvms = new FutureTask<>(jvms);
  }

  /** Returns at once; what remains to be done happens on daemon threads, which then end. */
  public static JvmTls prepare() {
    JvmTls tls = new JvmTls(JvmTls::create);
    tls.start();
    return tls;
  }

  void start() {
    ThreadFactory threads = DaemonThreads.named(THREADS);
    threads.newThread(jvms).start();
    threads.newThread(JvmTls::makeKeys).start();
  }

  /** As OkHttp does by itself. */
  private static SSLSocketFactory create() throws GeneralSecurityException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init((KeyStore) null);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  /**
   * Every handshake makes keys on this curve. The first ones of a process take longer than the rest
   * of its first handshake on JDK 25, which computes tables for them.
   */
  private static void makeKeys() {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
      keys.initialize(new ECGenParameterSpec("secp256r1"));
      var unused = keys.generateKeyPair();
    } catch (GeneralSecurityException | RuntimeException e) {
      // Handshakes do without what a provider does not offer.
    }
  }

  /**
   * Waits until sockets can be made, or this thread is interrupted.
   *
   * @throws IllegalStateException if TLS cannot be set up
   */
  public void await() {
    try {
      var unused = ready();
    } catch (InterruptedIOException e) {
      // The flag is set; nobody needs a socket yet.
    } catch (IOException e) {
      throw new IllegalStateException(e.getMessage(), e.getCause());
    }
  }

  /** Ends early if the call is cancelled, also by its timeout: OkHttp then closes its socket. */
  @Override
  public Socket createSocket(Socket below, String host, int port, boolean autoClose)
      throws IOException {
    while (true) {
      try {
        return ready(SLICE_MILLIS).createSocket(below, host, port, autoClose);
      } catch (TimeoutException e) {
        if (below.isClosed()) {
          throw new SocketException("closed");
        }
      }
    }
  }

  @Override
  public Socket createSocket() throws IOException {
    return ready().createSocket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return ready().createSocket(host, port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return ready().createSocket(host, port, from, fromPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return ready().createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return ready().createSocket(host, port, from, fromPort);
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return unchecked().getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return unchecked().getSupportedCipherSuites();
  }

  private SSLSocketFactory unchecked() {
    try {
      return ready();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SSLSocketFactory ready() throws IOException {
    try {
      return ready(Long.MAX_VALUE);
    } catch (TimeoutException e) {
      throw new AssertionError(e); // After 292 million years
    }
  }

  private SSLSocketFactory ready(long mostMillis) throws IOException, TimeoutException {
    try {
      return jvms.get(mostMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      throw new UnavailableException(e.getCause() == null ? e : e.getCause());
    }
  }
}
