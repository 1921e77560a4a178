package dev.clerkbapi;

import dev.clerkbapi.api.SessionsApi;
import dev.clerkbapi.api.UsersApi;
import dev.clerkbapi.internal.Engine;
import dev.clerkbapi.internal.Extras;
import dev.clerkbapi.internal.Limiter;
import dev.clerkbapi.json.MissingMemberException;
import dev.clerkbapi.model.GetSessionListParams;
import dev.clerkbapi.model.GetSessionListStatus;
import dev.clerkbapi.model.GetUserListParams;
import dev.clerkbapi.model.Session;
import dev.clerkbapi.model.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** The requests of a bulk run, sent by a client. */
final class ClientBulkCalls implements BulkCalls {
  private static final int MOST_SESSIONS = 500;

  private final Engine engine;
  private final Limiter budget;
  private final Extras plain;

  /** {@code budget} is kept to where the client has no rate limit of its own. */
  ClientBulkCalls(Engine engine, Limiter budget) {
    this.engine = engine;
    this.budget = budget;
    this.plain = new Extras(budget, null);
  }

  @Override
  public User act(BulkAction action, String userId, BulkTrace trace) {
    UsersApi users = engine.api(UsersApi.class);
    Call<User> call = action == BulkAction.LOCK ? users.lockUser(userId) : users.unlockUser(userId);
    return call(call, new Extras(budget, summary -> trace.set(summary.traceId())));
  }

  @Override
  public List<User> read(List<String> userIds) {
    GetUserListParams params =
        GetUserListParams.builder().userId(userIds).limit(userIds.size()).build();
    return call(engine.api(UsersApi.class).getUserList(params), plain).data();
  }

  @Override
  public List<String> activeSessions(String userId) {
    GetSessionListParams params =
        GetSessionListParams.builder()
            .userId(userId)
            .status(GetSessionListStatus.ACTIVE)
            .limit(MOST_SESSIONS)
            .build();
    List<String> ids = new ArrayList<>();
    for (Session session : call(engine.api(SessionsApi.class).getSessionList(params), plain)) {
      String id = idOf(session);
      if (id != null) {
        ids.add(id);
      }
    }
    return ids;
  }

  @Override
  public void revokeSession(String sessionId) {
    call(engine.api(SessionsApi.class).revokeSession(sessionId), plain);
  }

  private <T> T call(Call<T> call, Extras extras) {
    return Objects.requireNonNull(engine.call(call, extras)); // None of them is a Call<Void>.
  }

  private static @Nullable String idOf(Session session) {
    try {
      return session.id();
    } catch (MissingMemberException e) {
      return null; // Cannot be revoked.
    }
  }
}
