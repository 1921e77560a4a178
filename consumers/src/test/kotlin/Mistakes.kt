import dev.clerkbapi.ClerkClient
import dev.clerkbapi.model.GetUserListParams
import dev.clerkbapi.model.User

// Each line with MISTAKE must be refused, and no other one.

fun nullableAsText(user: User): String = user.firstName() // MISTAKE

fun nullableWithoutCheck(user: User): Int = user.firstName().length // MISTAKE

fun nullableValueOfMetadata(user: User): Any = user.publicMetadata().getValue("team") // MISTAKE

fun nullInsteadOfAnId(clerk: ClerkClient): User = clerk.users().getUser(null) // MISTAKE

fun nullInsteadOfParams(clerk: ClerkClient) = clerk.users().getUserList(null as GetUserListParams?) // MISTAKE

fun nullForAParameter(clerk: ClerkClient) = clerk.users().getUserList { it.query(null) } // MISTAKE

fun nullForARequiredMember(clerk: ClerkClient) =
    clerk.organizations().createOrganizationInvitation("org_1") { it.role(null) } // MISTAKE

fun nullInAList() = GetUserListParams.builder().userId(listOf("user_1", null)) // MISTAKE

fun nullableText(clerk: ClerkClient, id: String?): User = clerk.users().lockUser(id) // MISTAKE

fun fine(user: User): String = user.firstName() ?: user.id()
