package dev.clerkbapi.internal.http;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/**
 * Trusts nobody. OkHttp asks it only to check pinned certificates, and our own HTTP client pins
 * none; who is trusted, the sockets of {@link JvmTls} decide. So OkHttp need not index the JVM's
 * authorities before the first call. Thread-safe.
 */
final class NoPins implements X509TrustManager {
  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("trusts nobody");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("trusts nobody");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
