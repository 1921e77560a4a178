package dev.clerkbapi;

import dev.clerkbapi.model.User;
import java.util.List;

/**
 * The requests of a bulk run. Each throws a {@link dev.clerkbapi.errors.ClerkException}, or an
 * {@link IllegalStateException} once the client is closed. Thread-safe.
 */
interface BulkCalls {

  /** Locks or unlocks. */
  User act(BulkAction action, String userId, BulkTrace trace);

  /** Reads up to 100 users; those that do not exist are missing in the answer. */
  List<User> read(List<String> userIds);

  /** Returns the IDs of active sessions, up to 500. */
  List<String> activeSessions(String userId);

  void revokeSession(String sessionId);
}
