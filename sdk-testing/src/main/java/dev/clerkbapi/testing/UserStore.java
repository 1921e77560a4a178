package dev.clerkbapi.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The users that the fake holds. */
final class UserStore {
  private final MovableClock clock;
  private final SessionStore sessions;
  private final @Nullable Duration lockDuration;
  private volatile boolean lockoutEnabled;
  private final Map<String, StoredUser> users = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();

  UserStore(
      MovableClock clock,
      SessionStore sessions,
      @Nullable Duration lockDuration,
      boolean lockoutEnabled) {
    this.clock = clock;
    this.sessions = sessions;
    this.lockDuration = lockDuration;
    this.lockoutEnabled = lockoutEnabled;
  }

  void put(FakeUser user) {
    Instant now = clock.instant();
    StoredUser stored = new StoredUser(user, numbers.incrementAndGet(), now);
    if (user.locked()) {
      stored.lock(lockDuration, now);
    }
    users.put(user.id(), stored);
  }

  Optional<StoredUser> find(String id) {
    return Optional.ofNullable(users.get(id));
  }

  /** Returns a user, or refuses the request. */
  StoredUser required(String id) {
    StoredUser user = users.get(id);
    if (user == null) {
      throw Refusal.notFound("user", id);
    }
    return user;
  }

  void change(StoredUser user, FakeUser changed) {
    user.change(changed, clock.instant());
  }

  /** Removes a user, whose sessions end. */
  void remove(String id) {
    required(id);
    users.remove(id);
    sessions.removeAll(id);
  }

  /** Returns the number of lock requests by user ID, without the users that no request locked. */
  Map<String, Integer> lockCounts() {
    Map<String, Integer> counts = new HashMap<>();
    users.forEach(
        (id, user) -> {
          if (user.lockCount() > 0) {
            counts.put(id, user.lockCount());
          }
        });
    return counts;
  }

  void setLockoutEnabled(boolean enabled) {
    lockoutEnabled = enabled;
  }

  /**
   * Carries out {@code lock}, {@code unlock}, {@code ban} or {@code unban}, or nothing for an empty
   * action, and returns the user.
   */
  JsonResponse act(String id, String action) {
    StoredUser user = required(id);
    if (!lockoutEnabled && action.endsWith("lock")) {
      return JsonResponse.error(
          403, "feature_not_enabled", "Lockout is not enabled for this instance");
    }
    Instant now = clock.instant();
    switch (action) {
      case "lock" -> user.lockByRequest(lockDuration, now);
      case "unlock" -> user.unlock(now);
      case "ban" -> {
        user.ban(true, now);
        sessions.revokeAll(id);
      }
      case "unban" -> user.ban(false, now);
      default -> {
        // Reading changes nothing.
      }
    }
    return JsonResponse.ok(UserJson.of(user, now, lockoutEnabled));
  }

  /** Returns a page of the users that are found. */
  List<Map<String, @Nullable Object>> page(
      Predicate<StoredUser> found, Comparator<StoredUser> order, Paging paging) {
    Instant now = clock.instant();
    return paging
        .of(users.values().stream().filter(found).sorted(order))
        .map(user -> UserJson.of(user, now, lockoutEnabled))
        .toList();
  }

  int count(Predicate<StoredUser> found) {
    return (int) users.values().stream().filter(found).count();
  }
}
