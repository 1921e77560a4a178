import dev.clerkbapi.ClerkClient
import dev.clerkbapi.RetryPolicy
import dev.clerkbapi.errors.ClerkApiException
import dev.clerkbapi.errors.ClerkException
import dev.clerkbapi.model.CreateOrganizationInvitationRequest
import dev.clerkbapi.model.GetUserListParams
import dev.clerkbapi.model.InvitationStatus
import dev.clerkbapi.model.User
import java.time.Duration

// Compiled with warnings as errors: what is not null needs no check, and a check of it would be a warning.

fun required(user: User): Int = user.id().length

fun optional(user: User): String = user.firstName()?.uppercase() ?: "no name"

fun isLocked(clerk: ClerkClient): Boolean = clerk.users().getUser("user_1").locked()

fun lambda(clerk: ClerkClient): User = clerk.users().updateUser("user_1") { it.firstName("Ada").lastName(null) }

fun emails(clerk: ClerkClient): List<String> =
    clerk.users().getUserList { it.query("ada").limit(20) }
        .flatMap { user -> user.emailAddresses().map { it.emailAddress() } }

fun builders(clerk: ClerkClient): Int {
  val params: GetUserListParams = GetUserListParams.builder().limit(5).userId(listOf("user_1")).build()
  val page = clerk.users().getUserList(params)
  return page.size() + page.totalCount().orElse(0).toInt()
}

fun request(clerk: ClerkClient): String =
    clerk.organizations()
        .createOrganizationInvitation(
            "org_1",
            CreateOrganizationInvitationRequest.builder().emailAddress("a@example.com").role("org:member").build())
        .id()

fun stream(clerk: ClerkClient): List<String> =
    clerk.users().streamUserList { it.query("ada") }.use { users -> users.map { it.id() }.toList() }

fun view(clerk: ClerkClient): User =
    clerk.with { it.timeout(Duration.ofSeconds(2)).retryPolicy(RetryPolicy.none()) }.users().lockUser("user_1")

fun withResponse(clerk: ClerkClient): String {
  val response = clerk.withResponse { it.users().lockUser("user_1") }
  return "${response.status()} ${response.value().id()} ${response.traceId().orElse("")}"
}

fun errors(clerk: ClerkClient): String? =
    try {
      clerk.users().lockUser("user_1").id()
    } catch (e: ClerkApiException.NotFound) {
      null
    } catch (e: ClerkApiException) {
      e.errors().firstOrNull()?.code()
    } catch (e: ClerkException) {
      if (e.mayHaveBeenCarriedOut()) "maybe" else e.message
    }

fun metadata(user: User): Any? = user.publicMetadata()["team"]

fun enums(clerk: ClerkClient): Int =
    clerk.invitations().getInvitationList { it.status(InvitationStatus.PENDING) }.count { it.revoked() == null }

fun closed(): Int = ClerkClient.create("sk_test_x").use { clerk -> builders(clerk) }
