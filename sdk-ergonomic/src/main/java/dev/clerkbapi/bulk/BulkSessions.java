package dev.clerkbapi.bulk;

import dev.clerkbapi.bulk.LockOutcome.RevokedSessions;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkDecodingException;
import dev.clerkbapi.errors.ClerkException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Revokes all active sessions of a user. Thread-safe. */
final class BulkSessions {
  /** A user has a handful; this only ends a server that goes on listing what was revoked. */
  private static final int MOST_PAGES = 20;

  private final BulkCalls calls;
  private final BulkEnd end;

  BulkSessions(BulkCalls calls, BulkEnd end) {
    this.calls = calls;
    this.end = end;
  }

  RevokedSessions revoke(String userId) {
    Revocation revocation = new Revocation();
    try {
      revocation.revokeAll(userId);
    } catch (ClerkException | IllegalStateException e) {
      revocation.keep(e);
    } catch (Throwable e) { // Of the user's rate limit: the user is locked all the same.
      end.fail(e);
      revocation.keep(new IllegalStateException("the run ended: " + e, e));
    }
    return new RevokedSessions(revocation.count, revocation.error);
  }

  private final class Revocation {
    private final Set<String> tried = new HashSet<>();
    private int count;
    private @Nullable RuntimeException error;

    void revokeAll(String userId) {
      for (int page = 0; page < MOST_PAGES && revokeNew(calls.activeSessions(userId)); page++) {
        // The next page has what did not fit on this one.
      }
    }

    /** Returns whether there were any that had not been tried before. */
    private boolean revokeNew(List<String> sessions) {
      boolean any = false;
      for (String session : sessions) {
        if (tried.add(session)) {
          any = true;
          revokeOne(session);
        }
      }
      return any;
    }

    /** One that cannot be revoked does not protect the others. */
    private void revokeOne(String session) {
      try {
        calls.revokeSession(session);
        count++;
      } catch (ClerkApiException.NotFound e) {
        // One that ended meanwhile is as good as revoked.
      } catch (ClerkDecodingException e) {
        count++; // A successful response: it happened.
      } catch (ClerkApiException.Unauthenticated e) {
        throw e; // No other will be revoked either.
      } catch (ClerkException e) {
        keep(e);
      }
    }

    void keep(RuntimeException e) {
      error = error == null ? e : error;
    }
  }
}
