package dev.clerkbapi.internal.engine;

import dev.clerkbapi.fixtures.Fixtures;
import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.fixtures.Tls;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import okhttp3.tls.HeldCertificate;

/** All that goes wrong in {@link FaultsTest}, in the order of the documentation. */
final class Faults {
  private static final int MILLISECONDS_AT_MOST = 60_000;
  private static final HeldCertificate LOOPBACK = Tls.certificate("127.0.0.1");
  private static final HeldCertificate OTHER_HOST = Tls.certificate("bapi.example");

  /** Servers and proxies do send back what they were sent. */
  private static final String HTML = "<html><body>" + Fixtures.KEY + "</body></html>";

  private static final String ERROR = Fixtures.error("some_code");

  private Faults() {}

  static List<Fault> all() {
    return List.of(
        Fault.refusing("connection refused"),
        Fault.atTheDoor(
            "TLS: the server speaks plain text",
            "https",
            afterClientHello("HTTP/1.1 400 Bad Request\r\n\r\n")),
        Fault.atTheDoor("TLS: the handshake is broken off", "https", afterClientHello("")),
        Fault.showing("TLS: the certificate of another host", OTHER_HOST, OTHER_HOST),
        Fault.showing("TLS: a certificate that is not trusted", LOOPBACK, OTHER_HOST),
        Fault.atTheDoor("reset before the request was read", "http", resetUnread()),
        Fault.responding("reset after the request was read", RawServer.reset()),
        Fault.responding("closed without a response", RawServer.cutOff("")),
        Fault.responding(
            "something that is not HTTP", RawServer.cutOff("220 " + Fixtures.KEY + "\r\n")),
        Fault.responding("a head that breaks off", RawServer.cutOff("HTTP/1.1 200 OK\r\nDate: ")),
        Fault.responding(
            "200 with a body that breaks off",
            RawServer.cutOff("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"id\":")),
        Fault.responding(
            "500 with a body that breaks off",
            RawServer.cutOff("HTTP/1.1 500 No\r\nContent-Length: 500\r\n\r\n{\"errors\":[")),
        Fault.hanging("no response before the timeout", RawServer.silence()),
        Fault.hanging("200 with a body that drips beyond the timeout", Faults::drip),
        Fault.responding(
            "redirect to itself",
            RawServer.http("302 Found", "", "Location: /v1/users/user_123/lock")),
        Fault.sendingElsewhere("redirect to another origin, 302", "302 Found"),
        Fault.sendingElsewhere("redirect to another origin, 307", "307 Temporary Redirect"),
        Fault.responding("404 with an error envelope", RawServer.http("404 Not Found", ERROR)),
        Fault.responding("429 without `Retry-After`", RawServer.http("429 Too Many", ERROR)),
        Fault.responding(
            "429 with `Retry-After: 2`", RawServer.http("429 Too Many", ERROR, "Retry-After: 2")),
        Fault.responding(
            "429 with `Retry-After: 61`", RawServer.http("429 Too Many", ERROR, "Retry-After: 61")),
        Fault.responding("500 with an error envelope", RawServer.http("500 No", ERROR)),
        Fault.responding("502 with HTML", RawServer.http("502 Bad Gateway", HTML)),
        Fault.responding("503 without `Retry-After`", RawServer.http("503 Unavailable", ERROR)),
        Fault.responding(
            "503 with `Retry-After: 2`",
            RawServer.http("503 Unavailable", ERROR, "Retry-After: 2")),
        Fault.responding("200 with HTML", RawServer.http("200 OK", HTML)),
        Fault.responding("200 with an empty body", RawServer.http("200 OK", "")));
  }

  /** Reads how a client starts TLS, and sends these bytes. */
  private static RawServer.Response afterClientHello(String bytes) {
    return (socket, out) -> {
      int read = socket.getInputStream().read(new byte[16 * 1024]);
      if (read > 0) {
        RawServer.bytes(bytes).write(socket, out);
      }
    };
  }

  /**
   * Waits until a request is there, and resets the connection without reading it. A reset before
   * the request came could also hit the client while it still connects.
   */
  private static RawServer.Response resetUnread() {
    return (socket, out) -> {
      for (int i = 0; i < MILLISECONDS_AT_MOST && socket.getInputStream().available() == 0; i++) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
      }
      RawServer.reset().write(socket, out);
    };
  }

  /** A byte now and then, until the client leaves. */
  private static void drip(Socket socket, OutputStream out) throws IOException {
    out.write("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < 9_000; i++) {
      out.write(' ');
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }
}
