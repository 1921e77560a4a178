package dev.clerkbapi.internal.engine;

import dev.clerkbapi.fixtures.RawServer;
import dev.clerkbapi.fixtures.Tls;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import okhttp3.tls.HeldCertificate;

/**
 * Something that can go wrong on the way to BAPI, or there.
 *
 * @param name what happens, as readers of the documentation see it
 * @param endsByTimeout whether nothing but the call's timeout ends it
 * @param opening starts a server that has it
 */
record Fault(String name, boolean endsByTimeout, Opening opening) {

  /** Starts the server; {@code elsewhere} is the base URL of another origin. */
  interface Opening {
    Server open(String elsewhere) throws IOException;
  }

  /**
   * A server with the fault.
   *
   * @param attempts how many requests came, or connections that did not get as far as that; empty
   *     if nobody was there to count
   * @param requests the heads of the requests that could be read
   */
  record Server(
      String baseUrl,
      Supplier<OptionalInt> attempts,
      Supplier<List<String>> requests,
      Closeable closing)
      implements Closeable {

    @Override
    public void close() throws IOException {
      closing.close();
    }
  }

  @Override
  public String toString() {
    return name;
  }

  /** Nobody listens. */
  static Fault refusing(String name) {
    return new Fault(
        name,
        false,
        elsewhere -> {
          try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + free.getLocalPort() + "/v1";
            return new Server(url, OptionalInt::empty, List::of, () -> {});
          }
        });
  }

  /** Before a request was read. */
  static Fault atTheDoor(String name, String scheme, RawServer.Response welcome) {
    return new Fault(
        name,
        false,
        elsewhere -> {
          RawServer door = RawServer.atTheDoor(welcome);
          String url = scheme + "://127.0.0.1:" + door.port() + "/v1";
          return new Server(url, () -> OptionalInt.of(door.connections()), List::of, door::close);
        });
  }

  /** A server that shows one certificate, to a JVM that trusts the same, or another. */
  static Fault showing(String name, HeldCertificate shown, HeldCertificate trusted) {
    return new Fault(
        name,
        false,
        elsewhere -> {
          Tls trust = Tls.trust(trusted);
          RawServer server = new RawServer(Tls.server(shown), RawServer.user());
          return new Server(
              "https://127.0.0.1:" + server.port() + "/v1",
              () -> OptionalInt.of(server.connections()),
              server::requests,
              () -> {
                server.close();
                trust.close();
              });
        });
  }

  /** The same response, or the lack of one, to each request. */
  static Fault responding(String name, RawServer.Response response) {
    return new Fault(name, false, elsewhere -> respondingToAll(response));
  }

  /** The same where the connection stays open and nothing more comes. */
  static Fault hanging(String name, RawServer.Response response) {
    return new Fault(name, true, elsewhere -> respondingToAll(response));
  }

  /** A redirect to another origin. */
  static Fault sendingElsewhere(String name, String status) {
    return new Fault(
        name,
        false,
        elsewhere ->
            respondingToAll(
                RawServer.http(status, "", "Location: " + elsewhere + "/users/user_1")));
  }

  private static Server respondingToAll(RawServer.Response response) throws IOException {
    RawServer server = new RawServer(response);
    return new Server(
        server.baseUrl(),
        () -> OptionalInt.of(server.requests().size()),
        server::requests,
        server::close);
  }
}
