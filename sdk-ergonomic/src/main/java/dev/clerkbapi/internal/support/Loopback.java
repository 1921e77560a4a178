package dev.clerkbapi.internal.support;

/**
 * Recognises this machine by its host name, without a DNS lookup: {@code localhost}, 127.x.x.x,
 * {@code ::1}.
 */
final class Loopback {
  private Loopback() {}

  static boolean is(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("::1")
        || isIpv4Loopback(host);
  }

  /** {@code 127.0.0.1.example.com} is another machine. */
  private static boolean isIpv4Loopback(String host) {
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return host.startsWith("127.");
  }
}
