package dev.clerkbapi.bulk;

import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.model.User;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run of {@link BulkLock} did to one user. Immutable and serializable.
 *
 * <p>Match the nested classes with {@code instanceof}; a later version may add some. They keep what
 * is certain apart from what is not:
 *
 * <ul>
 *   <li>{@link Locked}, {@link Unlocked}: done, as BAPI's response says
 *   <li>{@link AlreadyLocked}, {@link AlreadyUnlocked}: was in this state before; nothing was sent
 *   <li>{@link Planned}: would be done; this is a dry run
 *   <li>{@link NotFound}, {@link Refused}, {@link Failed}, {@link Skipped}: nothing was changed
 *   <li>{@link Unknown}: may be done or not; read the user to find out, or send it again
 * </ul>
 *
 * <p>For tests of code that handles outcomes, each has a method {@code of}.
 */
public abstract class LockOutcome implements Serializable {
  private static final long serialVersionUID = 1L;

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
    private static final long serialVersionUID = 1L;

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
     * IllegalStateException} if the run ended or the client was closed meanwhile; of several
     * errors, the first. Empty if all were revoked, or none was to be.
     */
    public Optional<RuntimeException> sessionsError() {
      return Optional.ofNullable(sessions.error());
    }
  }

  /** An outcome with the error that caused it. */
  public abstract static class WithError extends LockOutcome {
    private static final long serialVersionUID = 1L;

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

  /**
   * The user is locked now, by this request, or was already if they were not read first. If the
   * response could not be decoded as a whole, {@link #user()} has the ID and the lock, nothing
   * else.
   */
  public static final class Locked extends WithUser {
    private static final long serialVersionUID = 1L;

    Locked(String userId, User user, RevokedSessions sessions) {
      super(userId, user, sessions);
    }

    /** Returns such an outcome, for tests; no sessions were revoked. */
    public static Locked of(User user) {
      return new Locked(user.id(), user, RevokedSessions.NONE);
    }

    /**
     * Returns such an outcome, for tests.
     *
     * @param sessionsRevoked 0 or more
     * @param sessionsError why not all were revoked; null if all were
     * @throws IllegalArgumentException if the number is below zero
     */
    public static Locked of(
        User user, int sessionsRevoked, @Nullable RuntimeException sessionsError) {
      return new Locked(user.id(), user, RevokedSessions.of(sessionsRevoked, sessionsError));
    }
  }

  /** The user was locked when read first; no lock was sent. */
  public static final class AlreadyLocked extends WithUser {
    private static final long serialVersionUID = 1L;

    AlreadyLocked(String userId, User user, RevokedSessions sessions) {
      super(userId, user, sessions);
    }

    /** Returns such an outcome, for tests; no sessions were revoked. */
    public static AlreadyLocked of(User user) {
      return new AlreadyLocked(user.id(), user, RevokedSessions.NONE);
    }

    /**
     * Returns such an outcome, for tests.
     *
     * @param sessionsRevoked 0 or more
     * @param sessionsError why not all were revoked; null if all were
     * @throws IllegalArgumentException if the number is below zero
     */
    public static AlreadyLocked of(
        User user, int sessionsRevoked, @Nullable RuntimeException sessionsError) {
      return new AlreadyLocked(user.id(), user, RevokedSessions.of(sessionsRevoked, sessionsError));
    }
  }

  /** The user is not locked now. */
  public static final class Unlocked extends WithUser {
    private static final long serialVersionUID = 1L;

    Unlocked(String userId, User user) {
      super(userId, user, RevokedSessions.NONE);
    }

    /** Returns such an outcome, for tests. */
    public static Unlocked of(User user) {
      return new Unlocked(user.id(), user);
    }
  }

  /** The user was not locked when read first; nothing was sent. */
  public static final class AlreadyUnlocked extends WithUser {
    private static final long serialVersionUID = 1L;

    AlreadyUnlocked(String userId, User user) {
      super(userId, user, RevokedSessions.NONE);
    }

    /** Returns such an outcome, for tests. */
    public static AlreadyUnlocked of(User user) {
      return new AlreadyUnlocked(user.id(), user);
    }
  }

  /** A dry run: the user would be locked, or unlocked. */
  public static final class Planned extends WithUser {
    private static final long serialVersionUID = 1L;

    Planned(String userId, User user) {
      super(userId, user, RevokedSessions.NONE);
    }

    /** Returns such an outcome, for tests. */
    public static Planned of(User user) {
      return new Planned(user.id(), user);
    }
  }

  /** The instance has no such user. */
  public static final class NotFound extends LockOutcome {
    private static final long serialVersionUID = 1L;

    NotFound(String userId) {
      super(userId);
    }

    /** Returns such an outcome, for tests. */
    public static NotFound of(String userId) {
      return new NotFound(Objects.requireNonNull(userId, "userId"));
    }
  }

  /** BAPI refused, and would again: lockout is off, or the key is not permitted to do this. */
  public static final class Refused extends WithError {
    private static final long serialVersionUID = 1L;

    Refused(String userId, ClerkException error) {
      super(userId, error);
    }

    /** Returns such an outcome, for tests; the error's class has a builder. */
    public static Refused of(String userId, ClerkException error) {
      return new Refused(
          Objects.requireNonNull(userId, "userId"), Objects.requireNonNull(error, "error"));
    }
  }

  /**
   * Nothing was changed, and a later try may succeed: a busy user, a user who cannot be read in a
   * dry run; or a response with success says that the user is not locked after a lock, or still
   * locked after an unlock, in which case {@link #error()} is a {@link
   * dev.clerkbapi.errors.ClerkDecodingException}.
   */
  public static final class Failed extends WithError {
    private static final long serialVersionUID = 1L;

    Failed(String userId, ClerkException error) {
      super(userId, error);
    }

    /** Returns such an outcome, for tests; the error's class has a builder. */
    public static Failed of(String userId, ClerkException error) {
      return new Failed(
          Objects.requireNonNull(userId, "userId"), Objects.requireNonNull(error, "error"));
    }
  }

  /**
   * The responses to all attempts were lost, or were errors that leave it open: it may be done or
   * not.
   */
  public static final class Unknown extends WithError {
    private static final long serialVersionUID = 1L;

    Unknown(String userId, ClerkException error) {
      super(userId, error);
    }

    /** Returns such an outcome, for tests; the error's class has a builder. */
    public static Unknown of(String userId, ClerkException error) {
      return new Unknown(
          Objects.requireNonNull(userId, "userId"), Objects.requireNonNull(error, "error"));
    }
  }

  /** Nothing was sent for this ID, or nothing that could have changed the user. */
  public static final class Skipped extends LockOutcome {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    Skipped(String userId, Reason reason) {
      super(userId);
      this.reason = reason;
    }

    /** Returns such an outcome, for tests. */
    public static Skipped of(String userId, Reason reason) {
      return new Skipped(
          Objects.requireNonNull(userId, "userId"), Objects.requireNonNull(reason, "reason"));
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
      /** It cannot be an ID: blank, longer than 255 characters, with a slash or white space. */
      NOT_AN_ID,
      /**
       * The run ended before this user's turn: the secret key is not valid, the stream was closed,
       * or the user's code threw.
       */
      ENDED,
      /** BAPI took no requests for as long as {@link LockOptionsBuilder#giveUpAfter} says. */
      GAVE_UP
    }
  }

  /** What came of revoking a user's sessions. */
  record RevokedSessions(int count, @Nullable RuntimeException error) implements Serializable {
    static final RevokedSessions NONE = new RevokedSessions(0, null);

    static RevokedSessions of(int count, @Nullable RuntimeException error) {
      if (count < 0) {
        throw new IllegalArgumentException("sessionsRevoked is " + count + "; it is 0 or more");
      }
      return new RevokedSessions(count, error);
    }
  }
}
