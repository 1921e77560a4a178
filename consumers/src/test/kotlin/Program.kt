import dev.clerkbapi.ClerkClient
import dev.clerkbapi.errors.ClerkApiException
import dev.clerkbapi.kotlin.await
import dev.clerkbapi.kotlin.flow
import dev.clerkbapi.metadata.Metadata
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking

data class Plan(val name: String = "free", val seats: Int = 1, val desk: Desk? = null)

@JvmRecord data class Desk(val floor: Int, val rooms: List<Int>, val note: String?)

/** Arguments: base URL, secret key. */
fun main(args: Array<String>) = runBlocking {
  ClerkClient.builder().baseUrl(args[0]).secretKey(args[1]).build().use { clerk ->
    println("locked: ${clerk.await { users().lockUser("user_1") }.locked()}")
    println("users: ${clerk.flow { users().streamUserList() }.map { it.id() }.toList()}")
    println("missing: ${missing(clerk)}")

    val plan = Plan("pro", 5, Desk(2, listOf(217), null))
    val user = clerk.await { users().updateUserMetadata("user_1") { it.publicMetadata(Metadata.from(plan)) } }
    println("same: ${Metadata.of(user.publicMetadata()).`as`(Plan::class.java) == plan}")
    println("defaults: ${Metadata.of(mapOf("seats" to 3L)).`as`(Plan::class.java)}")
  }
}

private suspend fun missing(clerk: ClerkClient): Any? =
    try {
      clerk.await { users().lockUser("user_404") }
    } catch (e: ClerkApiException.NotFound) {
      e.status()
    }
