package dev.clerkbapi.samples;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.model.OrganizationInvitation;
import java.util.List;

/**
 * How do I invite somebody to an organization?
 *
 * <p>Takes the organization's ID and an e-mail address as its arguments. Without {@code
 * CLERK_SECRET_KEY} in the environment it talks to a fake of BAPI on this machine.
 */
public final class InviteToOrganization {
  static final Sample SAMPLE =
      new Sample(
          "InviteToOrganization",
          List.of("ORGANIZATION_ID", "EMAIL"),
          List.of("org_123", "ada@example.com"),
          (bapi, arguments) -> bapi.addOrganization(arguments.get(0), "Acme"));

  private InviteToOrganization() {}

  public static void main(String[] args) {
    System.exit(
        SAMPLE.run(args, System.getenv(), Terminal.ofSystem(), InviteToOrganization::invite));
  }

  static void invite(ClerkClient clerk, List<String> arguments, Terminal terminal) {
    String organizationId = arguments.get(0);
    String email = arguments.get(1);
    try {
      OrganizationInvitation invitation =
          clerk
              .organizations()
              .createOrganizationInvitation(
                  organizationId, i -> i.emailAddress(email).role("org:member"));
      terminal.say(invitation.id() + ": " + invitation.status());
      terminal.say(email + " gets an e-mail, and is a member once the invitation is accepted.");
    } catch (ClerkApiException.BadRequest e) {
      terminal.say(
          email
              + (isOpen(e)
                  ? " has an invitation that is open."
                  : " is refused: " + e.getMessage()));
    }
  }

  private static boolean isOpen(ClerkApiException e) {
    return e.hasCode("organization_invitation_not_unique");
  }
}
