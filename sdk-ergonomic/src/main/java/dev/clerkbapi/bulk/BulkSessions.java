package dev.clerkbapi.bulk;

import dev.clerkbapi.bulk.LockOutcome.RevokedSessions;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Revokes all active sessions of a user. */
final class BulkSessions {
  /** A user has a handful; this only ends a server that goes on listing what was revoked. */
  private static final int MOST_PAGES = 20;

  private final BulkCalls calls;

  BulkSessions(BulkCalls calls) {
    this.calls = calls;
  }

  RevokedSessions revoke(String userId) {
    int count = 0;
    @Nullable RuntimeException error = null;
    try {
      for (int page = 0; page < MOST_PAGES; page++) {
        List<String> sessions = calls.activeSessions(userId);
        if (sessions.isEmpty()) {
          break;
        }
        for (String session : sessions) {
          count += revokeOne(session);
        }
      }
    } catch (ClerkException | IllegalStateException e) {
      error = e;
    }
    return new RevokedSessions(count, error);
  }

  /** One that ended meanwhile is as good as revoked. */
  private int revokeOne(String session) {
    try {
      calls.revokeSession(session);
      return 1;
    } catch (ClerkApiException.NotFound e) {
      return 0;
    }
  }
}
