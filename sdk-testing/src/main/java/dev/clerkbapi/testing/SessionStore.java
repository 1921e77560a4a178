package dev.clerkbapi.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sessions that the fake holds. */
final class SessionStore {
  private final MovableClock clock;
  private final Map<String, StoredSession> sessions = new LinkedHashMap<>();

  /** Finds the sessions of one user without a search through all of them. */
  private final Map<String, Map<String, StoredSession>> byUser = new LinkedHashMap<>();

  private int numbers;

  SessionStore(MovableClock clock) {
    this.clock = clock;
  }

  synchronized void put(String userId, String sessionId) {
    StoredSession before = sessions.remove(sessionId);
    if (before != null) {
      ofUser(before.userId).remove(sessionId);
    }
    StoredSession session = new StoredSession(sessionId, userId, ++numbers, clock.instant());
    sessions.put(sessionId, session);
    byUser.computeIfAbsent(userId, id -> new LinkedHashMap<>(2)).put(sessionId, session);
  }

  synchronized boolean isActive(String sessionId) {
    StoredSession session = sessions.get(sessionId);
    return session != null && session.status(clock.instant()).equals("active");
  }

  /** Returns the ID of the user; a session that has ended is refused like one that never was. */
  synchronized String activeUser(String sessionId) {
    StoredSession session = required(sessionId);
    if (!isActive(sessionId)) {
      throw Refusal.notFound("session", sessionId);
    }
    return session.userId;
  }

  synchronized void revokeAll(String userId) {
    Instant now = clock.instant();
    ofUser(userId).values().forEach(session -> session.revoke(now));
  }

  synchronized void removeAll(String userId) {
    Map<String, StoredSession> gone = byUser.remove(userId);
    if (gone != null) {
      sessions.keySet().removeAll(gone.keySet());
    }
  }

  /** Returns a session, after revoking it if so requested. */
  synchronized JsonResponse show(String sessionId, boolean revoked) {
    StoredSession session = required(sessionId);
    Instant now = clock.instant();
    if (revoked) {
      session.revoke(now);
    }
    return JsonResponse.ok(session.json(now));
  }

  /** A page of sessions, and the total on all pages. */
  record Found(List<Map<String, @Nullable Object>> page, int total) {}

  /** Finds the sessions that match the filters, newest first. */
  synchronized Found find(
      Optional<String> userId, Optional<String> clientId, Optional<String> status, Paging paging) {
    Instant now = clock.instant();
    List<StoredSession> found = new ArrayList<>(userId.map(this::ofUser).orElse(sessions).values());
    Collections.reverse(found);
    clientId.ifPresent(id -> found.removeIf(session -> !session.clientId().equals(id)));
    status.ifPresent(is -> found.removeIf(session -> !session.status(now).equals(is)));
    return new Found(
        paging.of(found.stream()).map(session -> session.json(now)).toList(), found.size());
  }

  private Map<String, StoredSession> ofUser(String userId) {
    return byUser.getOrDefault(userId, Map.of());
  }

  private StoredSession required(String sessionId) {
    StoredSession session = sessions.get(sessionId);
    if (session == null) {
      throw Refusal.notFound("session", sessionId);
    }
    return session;
  }
}
