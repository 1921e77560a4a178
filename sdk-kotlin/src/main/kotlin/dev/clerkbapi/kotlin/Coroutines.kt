package dev.clerkbapi.kotlin

import dev.clerkbapi.ClerkClient
import java.util.stream.Stream
import kotlin.coroutines.resumeWithException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow as coldFlow
import kotlinx.coroutines.flow.flowOn
import kotlinx.coroutines.runInterruptible
import kotlinx.coroutines.suspendCancellableCoroutine

/**
 * Makes calls, one or several, and suspends until they have ended. They run on a thread of the client: a virtual one on
 * Java 21 and later, otherwise one of [ClerkClient.MAX_CONCURRENT_REQUESTS] daemons, as in [ClerkClient.async].
 *
 * ```
 * val user = clerk.await { users().lockUser("user_123") }
 * ```
 *
 * Cancelling the coroutine ends the calls: a request under way is aborted, and it is then not known whether BAPI carried
 * it out; its connection is closed; nothing more is sent. The coroutine does not wait for that. In a coroutine that is
 * cancelled already, nothing is sent at all.
 *
 * @param function such as `{ users().getUser("user_123") }`; it makes its calls with its receiver, and suspends nowhere
 * @return what the function returns
 * @throws dev.clerkbapi.errors.ClerkException if a call throws it: as it is, of its own type
 * @throws IllegalStateException if the client is closed
 */
public suspend fun <T> ClerkClient.await(function: ClerkClient.() -> T): T {
  currentCoroutineContext().ensureActive()
  return suspendCancellableCoroutine { continuation ->
    // A future's value is never null, and a function's may be.
    val result = async { client -> runCatching { client.function() } }
    continuation.invokeOnCancellation { result.cancel(true) }
    result.whenComplete { value, failure ->
      if (failure == null) continuation.resumeWith(value) else continuation.resumeWithException(failure)
    }
  }
}

/**
 * Returns a cold flow of a stream's elements. Each collector opens a stream of its own, which is read on
 * [Dispatchers.IO] and closed when the collector ends, fails, is cancelled, or wants no more. A collector that is slow
 * blocks no thread: no further page is read than the stream reads ahead of it, and 64 elements.
 *
 * ```
 * val ids = clerk.flow { users().streamUserList() }.map { it.id() }.toList()
 * ```
 *
 * If a page fails for good, the collector gets all elements before it, and then the call's exception, of its own type.
 * Cancelling the collector interrupts the request that the stream waits for.
 *
 * @param stream opens a stream with its receiver, such as `{ users().streamUserList() }`; is called for each collector
 */
public fun <T : Any> ClerkClient.flow(stream: ClerkClient.() -> Stream<T>): Flow<T> =
    coldFlow {
          stream().use { opened ->
            val elements = opened.iterator()
            while (interruptibly { elements.hasNext() }) {
              emit(elements.next())
            }
          }
        }
        .flowOn(Dispatchers.IO)

/** What an interrupted read throws says nothing to a coroutine that was cancelled. */
private suspend fun <T> interruptibly(read: () -> T): T =
    try {
      runInterruptible { read() }
    } catch (e: RuntimeException) {
      currentCoroutineContext().ensureActive()
      throw e
    }
