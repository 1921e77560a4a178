package dev.clerkbapi.kotlin

import dev.clerkbapi.ClerkClient
import dev.clerkbapi.errors.ClerkApiException
import dev.clerkbapi.errors.ClerkTransportException
import dev.clerkbapi.kotlin.HeldServer.Companion.response
import dev.clerkbapi.kotlin.HeldServer.Companion.soon
import dev.clerkbapi.testing.FakeBapi
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import java.util.logging.Handler
import java.util.logging.Level
import java.util.logging.LogRecord
import java.util.logging.Logger
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.cancel
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Nested
import org.junit.jupiter.api.Test

internal class AwaitTest {
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
    fun call_returnsItsValue() {
      bapi.addUser("user_123")

      val user = runBlocking { clerk.await { users().lockUser("user_123") } }

      assertThat(user.locked()).isTrue()
      assertThat(bapi.isLocked("user_123")).isTrue()
    }

    @Test
    fun functionOfSeveralCalls_mayReturnNull() {
      bapi.addUser("user_123")

      val secret = runBlocking {
        clerk.await {
          users().lockUser("user_123")
          users().getUser("user_123").additionalMembers()["no_such_member"]
        }
      }

      assertThat(secret).isNull()
      assertThat(bapi.requests()).hasSize(2)
    }

    @Test
    fun unknownUser_throwsNotFoundAsItIs() {
      // Across contexts, kotlinx.coroutines would copy an exception that it could make.
      val failure = runCatching {
        runBlocking { withContext(Dispatchers.Default) { clerk.await { users().lockUser("user_404") } } }
      }

      val thrown = failure.exceptionOrNull() as ClerkApiException.NotFound
      assertThat(thrown.status()).isEqualTo(404)
      assertThat(thrown.hasCode("resource_not_found")).isTrue()
    }

    @Test
    fun blankId_isRefusedAsItIs() {
      assertThatThrownBy { runBlocking { clerk.await { users().lockUser(" ") } } }
          .isInstanceOf(IllegalArgumentException::class.java)
      assertThat(bapi.requests()).isEmpty()
    }

    @Test
    fun closedClient_throwsIllegalState() {
      clerk.close()

      assertThatThrownBy { runBlocking { clerk.await { users().lockUser("user_123") } } }
          .isInstanceOf(IllegalStateException::class.java)
    }

    @Test
    fun cancelledCoroutine_startsNothing() {
      clerk.close() // Starting anything would throw what this throws.
      var thrown: Throwable? = null

      runBlocking {
        launch {
          currentCoroutineContext().cancel()
          thrown = runCatching { clerk.await { users().lockUser("user_123") } }.exceptionOrNull()
        }
      }

      assertThat(thrown).isInstanceOf(CancellationException::class.java)
    }

    @Test
    fun callsOfOneThread_runAtTheSameTime() {
      val both = CountDownLatch(2)

      val met = runBlocking {
        List(2) {
              async {
                clerk.await {
                  both.countDown()
                  both.await(1, TimeUnit.MINUTES)
                }
              }
            }
            .awaitAll()
      }

      assertThat(met).containsExactly(true, true)
    }
  }

  @Test
  fun cancel_endsTheRequestAndItsConnection() {
    HeldServer(listOf()).use { server ->
      server.client().use { clerk ->
        val thrown = cancelWhen(server.held) { clerk.await { users().getUser("user_123") } }

        assertThat(thrown).isInstanceOf(CancellationException::class.java)
        server.ended.soon()
        assertThat(server.requests).isEqualTo(1)
      }
    }
  }

  @Test
  fun cancel_endsTheWaitForAnotherAttempt() {
    val busy = response("503 Service Unavailable", "{}", "Retry-After: 20")
    HeldServer(listOf(busy)).use { server ->
      val waiting = CompletableFuture<Unit>()
      val ended = CompletableFuture<Throwable>()
      WaitLog(waiting).use {
        server.client().use { clerk ->
          val thrown =
              cancelWhen(waiting) {
                clerk.await {
                  runCatching { users().getUser("user_123") }.onFailure { ended.complete(it) }.getOrThrow()
                }
              }

          assertThat(thrown).isInstanceOf(CancellationException::class.java)
          assertThat(ended.soon()).isInstanceOf(ClerkTransportException::class.java) // It sends nothing more.
          assertThat(server.requests).isEqualTo(1)
        }
      }
    }
  }

  /** Completes the future when the client says that it waits for its next attempt. */
  private class WaitLog(private val waiting: CompletableFuture<Unit>) : Handler(), AutoCloseable {
    private val logger = Logger.getLogger("dev.clerkbapi.http")

    init {
      logger.level = Level.ALL
      logger.useParentHandlers = false
      logger.addHandler(this)
    }

    override fun publish(record: LogRecord) {
      if ("again in" in record.message) waiting.complete(Unit)
    }

    override fun flush() = Unit

    override fun close() {
      logger.removeHandler(this)
      logger.useParentHandlers = true
      logger.level = null
    }
  }

  /** Returns what the call throws. */
  private fun cancelWhen(reached: CompletableFuture<Unit>, call: suspend () -> Any): Throwable? {
    var thrown: Throwable? = null
    runBlocking {
      val job =
          launch(Dispatchers.Default) { thrown = runCatching { call() }.exceptionOrNull() }
      withContext(Dispatchers.IO) { reached.soon() }
      job.cancelAndJoin()
    }
    return thrown
  }
}
