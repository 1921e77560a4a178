package dev.clerkbapi.bulk;

import dev.clerkbapi.CallOptions;
import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.ClerkResponse;
import dev.clerkbapi.api.SessionsApi;
import dev.clerkbapi.api.UsersApi;
import dev.clerkbapi.json.MissingMemberException;
import dev.clerkbapi.model.GetSessionListParams;
import dev.clerkbapi.model.GetSessionListStatus;
import dev.clerkbapi.model.GetUserListParams;
import dev.clerkbapi.model.Session;
import dev.clerkbapi.model.User;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a bulk run. Each throws a {@link dev.clerkbapi.errors.ClerkException}, or an
 * {@link IllegalStateException} once the client is closed. Thread-safe.
 */
final class BulkCalls {
  private static final int MOST_SESSIONS = 500;

  private final ClerkClient clerk;

  BulkCalls(ClerkClient clerk) {
    this.clerk = clerk.with(CallOptions::paced);
  }

  ClerkResponse<User> act(BulkAction action, String userId) {
    return clerk.withResponse(
        one ->
            action == BulkAction.LOCK
                ? one.users().lockUser(userId)
                : one.users().unlockUser(userId));
  }

  /** Whether the client would send this as an ID; nothing is sent. */
  boolean isId(String userId) {
    try {
      var unused = clerk.api(UsersApi.class).lockUser(userId).request();
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    } catch (IllegalStateException e) {
      return true; // The client is closed, as whoever sends it will find.
    }
  }

  /** Reads up to 100 users; those that do not exist are missing in the response. */
  List<User> read(List<String> userIds) {
    GetUserListParams params =
        GetUserListParams.builder().userId(userIds).limit(userIds.size()).build();
    return clerk.call(clerk.api(UsersApi.class).getUserList(params)).data();
  }

  /** Returns the IDs of active sessions, up to 500. */
  List<String> activeSessions(String userId) {
    GetSessionListParams params =
        GetSessionListParams.builder()
            .userId(userId)
            .status(GetSessionListStatus.ACTIVE)
            .limit(MOST_SESSIONS)
            .build();
    List<String> ids = new ArrayList<>();
    for (Session session : clerk.call(clerk.api(SessionsApi.class).getSessionList(params))) {
      String id = idOf(session);
      if (id != null) {
        ids.add(id);
      }
    }
    return ids;
  }

  void revokeSession(String sessionId) {
    clerk.call(clerk.api(SessionsApi.class).revokeSession(sessionId));
  }

  private static @Nullable String idOf(Session session) {
    try {
      return session.id();
    } catch (MissingMemberException e) {
      return null; // Cannot be revoked.
    }
  }
}
