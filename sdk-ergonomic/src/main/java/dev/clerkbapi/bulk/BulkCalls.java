package dev.clerkbapi.bulk;

import dev.clerkbapi.CallOptions;
import dev.clerkbapi.ClerkClient;
import dev.clerkbapi.ClerkResponse;
import dev.clerkbapi.api.SessionsApi;
import dev.clerkbapi.api.UsersApi;
import dev.clerkbapi.json.MissingMemberException;
import dev.clerkbapi.json.Page;
import dev.clerkbapi.model.GetSessionListParams;
import dev.clerkbapi.model.GetSessionListStatus;
import dev.clerkbapi.model.GetUserListParams;
import dev.clerkbapi.model.Session;
import dev.clerkbapi.model.User;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a bulk run, which wait while BAPI takes none. Each throws what {@link
 * BulkPauses#send} says, or an {@link IllegalStateException} once the client is closed.
 * Thread-safe.
 */
final class BulkCalls {
  private static final int MOST_SESSIONS = 500;

  /** IDs have some 30 characters; a longer line is something else, and URLs have bounds. */
  private static final int LONGEST_ID = 255;

  private final ClerkClient clerk;
  private final BulkPauses pauses;
  private final BulkConcurrency concurrency;

  BulkCalls(ClerkClient clerk, BulkPauses pauses, BulkConcurrency concurrency) {
    this.clerk = clerk.with(CallOptions::paced);
    this.pauses = pauses;
    this.concurrency = concurrency;
  }

  ClerkResponse<User> act(BulkAction action, String userId) {
    return send(
        false,
        one ->
            action == BulkAction.LOCK
                ? one.users().lockUser(userId)
                : one.users().unlockUser(userId));
  }

  /** Whether the client would send this as an ID; nothing is sent. */
  boolean isId(String userId) {
    if (userId.length() > LONGEST_ID) {
      return false;
    }
    try {
      var unused = clerk.api(UsersApi.class).lockUser(userId).request();
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    } catch (IllegalStateException e) {
      return true; // The client is closed; sending will find that out.
    }
  }

  /** Reads up to 100 users; those that do not exist are missing in the response. */
  List<User> read(List<String> userIds) {
    GetUserListParams params =
        GetUserListParams.builder().userId(userIds).limit(userIds.size()).build();
    return send(true, one -> one.call(one.api(UsersApi.class).getUserList(params))).value().data();
  }

  /** Returns the IDs of active sessions, up to 500. */
  List<String> activeSessions(String userId) {
    GetSessionListParams params =
        GetSessionListParams.builder()
            .userId(userId)
            .status(GetSessionListStatus.ACTIVE)
            .limit(MOST_SESSIONS)
            .build();
    Page<Session> sessions =
        send(true, one -> one.call(one.api(SessionsApi.class).getSessionList(params))).value();
    List<String> ids = new ArrayList<>();
    for (Session session : sessions) {
      String id = idOf(session);
      if (id != null) {
        ids.add(id);
      }
    }
    return ids;
  }

  void revokeSession(String sessionId) {
    var unused = send(false, one -> one.call(one.api(SessionsApi.class).revokeSession(sessionId)));
  }

  private <T> ClerkResponse<T> send(boolean reads, Function<ClerkClient, T> call) {
    return pauses.send(
        reads,
        () -> {
          ClerkResponse<T> response = clerk.withResponse(call);
          concurrency.responded(response.requestDuration());
          return response;
        });
  }

  private static @Nullable String idOf(Session session) {
    try {
      return session.id();
    } catch (MissingMemberException e) {
      return null; // Cannot be revoked.
    }
  }
}
