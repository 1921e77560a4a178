package dev.clerkbapi.bulk;

import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.model.User;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run of {@link BulkLock} did to one user. Immutable.
 *
 * <p>The nested classes are all there is today; match them with {@code instanceof}, and mind those
 * that a later version may add. What is certain is told apart from what is not:
 *
 * <ul>
 *   <li>{@link Locked}, {@link Unlocked}: done, as BAPI's response says
 *   <li>{@link AlreadyLocked}, {@link AlreadyUnlocked}: was so before, and was skipped
 *   <li>{@link Planned}: would be done; this is a dry run
 *   <li>{@link NotFound}, {@link Refused}, {@link Failed}, {@link Skipped}: nothing was changed
 *   <li>{@link Unknown}: may be done or not; read the user to find out
 * </ul>
 */
public abstract class LockOutcome {
  private final String userId;

  LockOutcome(String userId) {
    this.userId = userId;
  }

  /** Returns the ID as it was given, such as {@code user_123}. */
  public String userId() {
    return userId;
  }

  /** Returns the kind, and the ID; nothing else of the user. */
  @Override
  public String toString() {
    return getClass().getSimpleName() + "[" + userId + "]";
  }

  /** An outcome with the user. */
  public abstract static class WithUser extends LockOutcome {
    private final User user;
    private final RevokedSessions sessions;

    WithUser(String userId, User user, RevokedSessions sessions) {
      super(userId);
      this.user = user;
      this.sessions = sessions;
    }

    /** Returns the user as in BAPI's last response. */
    public User user() {
      return user;
    }

    /** Returns how many sessions were revoked; 0 unless {@link LockOptions} asks for it. */
    public int sessionsRevoked() {
      return sessions.count();
    }

    /**
     * Returns why not all active sessions were revoked: a {@link ClerkException}, or an {@link
     * IllegalStateException} if the client was closed meanwhile. Empty if they were revoked, or
     * were not to be.
     */
    public Optional<RuntimeException> sessionsError() {
      return Optional.ofNullable(sessions.error());
    }
  }

  /** An outcome with the error that caused it. */
  public abstract static class WithError extends LockOutcome {
    private final ClerkException error;

    WithError(String userId, ClerkException error) {
      super(userId);
      this.error = error;
    }

    /** Returns the error response, or why there was no response. */
    public ClerkException error() {
      return error;
    }

    @Override
    public String toString() {
      return super.toString() + ": " + error.getMessage();
    }
  }

  /** The user is locked now, by this request, or was so already if nobody read them ahead. */
  public static final class Locked extends WithUser {
    Locked(String userId, User user, RevokedSessions sessions) {
      super(userId, user, sessions);
    }
  }

  /** The user was locked when read ahead; no lock was sent. */
  public static final class AlreadyLocked extends WithUser {
    AlreadyLocked(String userId, User user, RevokedSessions sessions) {
      super(userId, user, sessions);
    }
  }

  /** The user is not locked now. */
  public static final class Unlocked extends WithUser {
    Unlocked(String userId, User user) {
      super(userId, user, RevokedSessions.NONE);
    }
  }

  /** The user was not locked when read ahead; nothing was sent. */
  public static final class AlreadyUnlocked extends WithUser {
    AlreadyUnlocked(String userId, User user) {
      super(userId, user, RevokedSessions.NONE);
    }
  }

  /** Would be locked, or unlocked, were it not a dry run. */
  public static final class Planned extends WithUser {
    Planned(String userId, User user) {
      super(userId, user, RevokedSessions.NONE);
    }
  }

  /** The instance has no such user. */
  public static final class NotFound extends LockOutcome {
    NotFound(String userId) {
      super(userId);
    }
  }

  /** BAPI refused, and would again: lockout is off, the key may not do this, and the like. */
  public static final class Refused extends WithError {
    Refused(String userId, ClerkException error) {
      super(userId, error);
    }
  }

  /** Nothing was changed, and a later try may succeed: no connection, a limit, a busy user. */
  public static final class Failed extends WithError {
    Failed(String userId, ClerkException error) {
      super(userId, error);
    }
  }

  /** The answer was lost, and those of the further attempts too: it may be done or not. */
  public static final class Unknown extends WithError {
    Unknown(String userId, ClerkException error) {
      super(userId, error);
    }
  }

  /** Nothing was sent for this ID. */
  public static final class Skipped extends LockOutcome {
    private final Reason reason;

    Skipped(String userId, Reason reason) {
      super(userId);
      this.reason = reason;
    }

    /** Returns why. */
    public Reason reason() {
      return reason;
    }

    @Override
    public String toString() {
      return super.toString() + ": " + reason;
    }

    /** Why nothing was sent. Later versions may add values. */
    public enum Reason {
      /** The options protect this user. */
      PROTECTED,
      /** It cannot be an ID: blank, with a slash or white space, and so on. */
      NOT_AN_ID,
      /** The run ended before its turn: the secret key is not valid, or somebody cancelled. */
      ENDED
    }
  }

  /** What came of revoking a user's sessions. */
  record RevokedSessions(int count, @Nullable RuntimeException error) {
    static final RevokedSessions NONE = new RevokedSessions(0, null);
  }
}
