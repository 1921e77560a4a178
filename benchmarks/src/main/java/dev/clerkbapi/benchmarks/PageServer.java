package dev.clerkbapi.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Responds to {@code GET /v1/users?limit=100&offset=500} with a page of plain users, each with an
 * ID of its own, and takes 50 ms for it. A thread for each connection; a page is a copy of one that
 * was made before, with other IDs.
 */
public final class PageServer implements AutoCloseable {
  /** How long a page takes. */
  public static final int MILLIS = 50;

  private static final int QUEUE = 64;

  private final ServerSocket server = new ServerSocket(0, QUEUE, InetAddress.getLoopbackAddress());
  private final UserPages pages;

  /** {@code users} is the number of users in all pages together. */
  public PageServer(int users) throws IOException {
    pages = new UserPages(users);
    start(this::accept);
  }

  /** Serves until the process that started this one ends. Argument: the number of users. */
  public static void main(String[] args) throws IOException {
    try (PageServer server = new PageServer(Integer.parseInt(args[0]))) {
      System.out.println(server.baseUrl());
      Parent.awaitEnd();
    }
  }

  public String baseUrl() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/v1";
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        start(() -> serve(socket));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket socket) {
    try (socket;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String target = line.split(" ", -1)[1];
        while (!line.isEmpty()) {
          line = in.readLine();
        }
        Thread.sleep(MILLIS);
        out.write(response(target));
      }
    } catch (IOException e) {
      // The client closed the connection.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Clerk's SDK for JavaScript asks for the number of users beside each page, and for the first one
   * without an offset.
   */
  private byte[] response(String target) {
    return target.contains("/users/count")
        ? pages.count()
        : pages.response(number(target, "limit="), number(target, "offset="));
  }

  private static int number(String target, String name) {
    if (!target.contains(name)) {
      return 0;
    }
    int start = target.indexOf(name) + name.length();
    int end = target.indexOf('&', start);
    return Integer.parseInt(target.substring(start, end < 0 ? target.length() : end));
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "page-server");
    thread.setDaemon(true);
    thread.start();
  }
}
