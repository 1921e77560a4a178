package dev.clerkbapi.samples;

import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.model.GetSessionListStatus;
import dev.clerkbapi.model.Session;
import java.util.List;
import java.util.stream.Stream;

/**
 * How do I sign a user out everywhere?
 *
 * <p>Takes the user's ID as its argument. Without {@code CLERK_SECRET_KEY} in the environment it
 * talks to a fake of BAPI on this machine, in which the user has two sessions.
 */
public final class RevokeSessions {
  static final Sample SAMPLE =
      Sample.ofUser(
          "RevokeSessions",
          (bapi, userId) -> {
            bapi.addUser(userId);
            bapi.addSession(userId, "sess_1");
            bapi.addSession(userId, "sess_2");
          });

  private RevokeSessions() {}

  public static void main(String[] args) {
    System.exit(
        SAMPLE.run(args, System.getenv(), Terminal.ofSystem(), RevokeSessions::revokeSessions));
  }

  static void revokeSessions(ClerkClient clerk, List<String> arguments, Terminal terminal) {
    for (Session session : activeSessions(clerk, arguments.get(0))) {
      Session revoked = clerk.sessions().revokeSession(session.id());
      terminal.say(revoked.id() + ": " + revoked.status().value());
    }
    terminal.say("Tokens that were issued before are valid until they expire, usually a minute.");
    terminal.say("To keep the user from signing in again, run the sample LockUser.");
  }

  /**
   * Reads the list to its end before anything is revoked: a revoked session leaves the list, and
   * the next page would begin too late.
   */
  private static List<Session> activeSessions(ClerkClient clerk, String userId) {
    try (Stream<Session> sessions =
        clerk
            .sessions()
            .streamSessionList(p -> p.userId(userId).status(GetSessionListStatus.ACTIVE))) {
      return sessions.toList();
    }
  }
}
