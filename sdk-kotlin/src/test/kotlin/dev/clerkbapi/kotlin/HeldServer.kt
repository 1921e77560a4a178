package dev.clerkbapi.kotlin

import dev.clerkbapi.ClerkClient
import java.net.InetAddress
import java.net.ServerSocket
import java.net.Socket
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger
import kotlin.concurrent.thread

/** Reads requests and responds with what it is told, or not at all: then it keeps the connection until the client ends it. */
internal class HeldServer(private val responses: List<String?>) : AutoCloseable {
  private val listener = ServerSocket(0, 50, InetAddress.getLoopbackAddress())
  private val connections = CopyOnWriteArrayList<Socket>()
  private val count = AtomicInteger()

  /** Is complete when a request came that gets no response. */
  val held = CompletableFuture<Unit>()

  /** Is complete when the client has ended the connection of that request. */
  val ended = CompletableFuture<Unit>()

  init {
    thread(isDaemon = true) {
      generateSequence { runCatching { listener.accept() }.getOrNull() }
          .forEach {
            connections.add(it)
            thread(isDaemon = true) { runCatching { serve(it) } }
          }
    }
  }

  /** Ends no call by itself while a test runs. */
  fun client(): ClerkClient =
      ClerkClient.builder()
          .secretKey("sk_test_held")
          .baseUrl("http://127.0.0.1:${listener.localPort}/v1")
          .timeout(Duration.ofMinutes(10))
          .build()

  val requests: Int
    get() = count.get()

  private fun serve(socket: Socket) {
    val lines = socket.getInputStream().bufferedReader()
    while (readRequest(lines::readLine)) {
      val response = responses.getOrNull(count.getAndIncrement())
      if (response == null) {
        held.complete(Unit)
        runCatching { lines.read() } // -1 or a reset, but nothing else: the client waits for a response.
        ended.complete(Unit)
        return
      }
      socket.getOutputStream().write(response.toByteArray())
    }
  }

  private fun readRequest(line: () -> String?): Boolean {
    val first = line() ?: return false
    check(first.startsWith("GET ")) { "only requests without a body: $first" }
    return generateSequence(line).any { it.isEmpty() }
  }

  override fun close() {
    listener.close()
    connections.forEach { it.close() }
  }

  companion object {
    fun response(status: String, body: String, vararg headers: String): String =
        (listOf("HTTP/1.1 $status", "Content-Type: application/json", "Content-Length: ${body.length}") + headers)
            .joinToString("\r\n", postfix = "\r\n\r\n$body")

    /** Only against waiting for ever. */
    fun <T> CompletableFuture<T>.soon(): T = get(1, TimeUnit.MINUTES)
  }
}
