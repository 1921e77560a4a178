package dev.clerkbapi.kotlin

import dev.clerkbapi.ClerkClient
import dev.clerkbapi.errors.ClerkApiException
import dev.clerkbapi.kotlin.HeldServer.Companion.response
import dev.clerkbapi.kotlin.HeldServer.Companion.soon
import dev.clerkbapi.model.User
import dev.clerkbapi.testing.FakeBapi
import dev.clerkbapi.testing.FakeFault
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.atomic.AtomicInteger
import java.util.stream.Stream
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.onEach
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Nested
import org.junit.jupiter.api.Test

internal class FlowTest {
  private val closed = AtomicInteger()

  /** One page after the other, so that the requests can be told. */
  private fun ClerkClient.users(pageSize: Long): Flow<User> =
      with { it.readAhead(0) }
          .flow { users().streamUserList { it.limit(pageSize) }.onClose { closed.incrementAndGet() } }

  @Nested
  internal inner class WithAFake {
    private val bapi = FakeBapi.start()
    private val clerk = ClerkClient.builder().secretKey(bapi.secretKey()).baseUrl(bapi.baseUrl()).build()

    @AfterEach
    fun stop() {
      clerk.close()
      bapi.close()
    }

    @Test
    fun pages_areOneFlowOfAllElements() {
      val ids = bapi.addUsers(25)

      val users = runBlocking { clerk.users(pageSize = 10).map { it.id() }.toList() }

      assertThat(users).containsExactlyInAnyOrderElementsOf(ids)
      assertThat(closed).hasValue(1)
    }

    @Test
    fun flow_isCold() {
      bapi.addUsers(3)
      val users = clerk.users(pageSize = 10)
      assertThat(bapi.requests()).isEmpty()

      runBlocking {
        assertThat(users.toList()).hasSize(3)
        assertThat(users.toList()).hasSize(3)
      }

      assertThat(bapi.requests()).hasSize(2)
      assertThat(closed).hasValue(2)
    }

    @Test
    fun collectorThatWantsNoMore_closesTheStream() {
      bapi.addUsers(1000)

      val three = runBlocking { clerk.users(pageSize = 10).take(3).toList() }

      assertThat(three).hasSize(3)
      assertThat(closed).hasValue(1)
      assertThat(bapi.requests()).hasSizeLessThan(12)
    }

    @Test
    fun collectorThatFails_closesTheStream() {
      bapi.addUsers(3)

      val failing = clerk.users(pageSize = 10).onEach { throw UnsupportedOperationException(it.id()) }

      assertThatThrownBy { runBlocking { failing.toList() } }
          .isInstanceOf(UnsupportedOperationException::class.java)
      assertThat(closed).hasValue(1)
    }

    @Test
    fun slowCollector_isNotOvertakenByMoreThanTheBuffer() {
      bapi.addUsers(300)

      runBlocking {
        var received = 0
        clerk.users(pageSize = 10).collect {
          if (received++ == 0) delay(500) // What reads without limit would read all.
          // 64 elements in the buffer, one on its way, and the page after that.
          assertThat(bapi.requests()).hasSizeLessThanOrEqualTo((received + 65) / 10 + 2)
        }
        assertThat(received).isEqualTo(300)
      }
    }

    @Test
    fun stream_isReadOffTheCollectorsThread() {
      val readers = CopyOnWriteArrayList<Thread>()

      val collector = runBlocking {
        clerk.flow { Stream.of(1, 2, 3).peek { readers.add(Thread.currentThread()) } }.toList()
        Thread.currentThread()
      }

      assertThat(readers).hasSize(3).doesNotContain(collector)
    }

    @Test
    fun pageThatFails_comesAfterTheElementsBeforeItAndAsItIs() {
      bapi.addUsers(300) // Many more than the flow reads ahead of its collector.
      val received = ArrayList<String>()
      val failing =
          clerk.users(pageSize = 10).onEach {
            if (received.isEmpty()) bapi.failNext(FakeFault.error(403, "authorization_invalid"))
            received.add(it.id())
          }

      val thrown = runCatching { runBlocking { withContext(Dispatchers.Default) { failing.toList() } } }

      assertThat(thrown.exceptionOrNull()).isInstanceOf(ClerkApiException.PermissionDenied::class.java)
      assertThat(received).isNotEmpty()
      assertThat(closed).hasValue(1)
    }
  }

  @Test
  fun cancelledCollector_endsTheRequestAndClosesTheStream() {
    HeldServer(listOf()).use { server ->
      server.client().use { clerk ->
        val thrown = collectUntilHeld(server, clerk)

        assertThat(thrown).isInstanceOf(CancellationException::class.java)
        server.ended.soon()
        assertThat(server.requests).isEqualTo(1)
        assertThat(closed).hasValue(1)
      }
    }
  }

  @Test
  fun cancelledCollector_hasTheElementsOfThePageBefore() {
    val page = response("200 OK", """[{"object": "user", "id": "user_1"}]""")
    HeldServer(listOf(page)).use { server ->
      server.client().use { clerk ->
        val received = CopyOnWriteArrayList<String>()
        val first = CompletableFuture<Unit>()
        val thrown =
            collectUntilHeld(server, clerk, first) {
              received.add(it.id())
              first.complete(Unit)
            }

        assertThat(thrown).isInstanceOf(CancellationException::class.java)
        assertThat(received).containsExactly("user_1")
      }
    }
  }

  /** Returns what the collector throws when it is cancelled while it waits for a page, and has [seen] what came before. */
  private fun collectUntilHeld(
      server: HeldServer,
      clerk: ClerkClient,
      seen: CompletableFuture<Unit> = CompletableFuture.completedFuture(Unit),
      each: (User) -> Unit = {},
  ): Throwable? {
    var thrown: Throwable? = null
    runBlocking {
      val job =
          launch(Dispatchers.Default) {
            thrown = runCatching { clerk.users(pageSize = 1).collect { each(it) } }.exceptionOrNull()
          }
      withContext(Dispatchers.IO) {
        server.held.soon()
        seen.soon()
      }
      job.cancelAndJoin()
    }
    return thrown
  }
}
