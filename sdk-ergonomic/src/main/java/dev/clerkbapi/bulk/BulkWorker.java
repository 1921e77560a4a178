package dev.clerkbapi.bulk;

import dev.clerkbapi.ClerkResponse;
import dev.clerkbapi.bulk.LockOutcome.RevokedSessions;
import dev.clerkbapi.bulk.LockOutcome.Skipped;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.model.User;
import org.jspecify.annotations.Nullable;

/** Works on single users of a bulk run. Thread-safe. */
final class BulkWorker {
  private final BulkCalls calls;
  private final BulkSessions sessions;
  private final BulkAction action;
  private final LockOptions options;
  private final BulkAudit audit;
  private volatile boolean ended;

  BulkWorker(BulkCalls calls, BulkAction action, LockOptions options, BulkAudit audit) {
    this.calls = calls;
    this.sessions = new BulkSessions(calls);
    this.action = action;
    this.options = options;
    this.audit = audit;
  }

  /** No further request is sent from now on. */
  void end() {
    ended = true;
  }

  boolean isEnded() {
    return ended;
  }

  /** Returns the outcome if it is known without a request, or null. */
  @Nullable BulkStep settled(BulkUser user) {
    User before = user.before();
    if (before != null && isDone(user) && (options.dryRun() || !revokes())) {
      return audit.ended(user, alreadyDone(user.id(), before, RevokedSessions.NONE), null);
    } else if (options.dryRun()) {
      return audit.ended(
          user,
          before == null
              ? new LockOutcome.NotFound(user.id())
              : new LockOutcome.Planned(user.id(), before),
          null);
    }
    return null;
  }

  /** Sends what there is to send for one user. */
  BulkStep work(BulkUser user) {
    if (ended) {
      return skipped(user.id(), Skipped.Reason.ENDED);
    }
    Throwable unwritten = audit.intended(user);
    if (unwritten != null) {
      end();
      return BulkStep.of(new Skipped(user.id(), Skipped.Reason.ENDED), unwritten);
    }
    User before = user.before();
    return before != null && isDone(user)
        ? audit.ended(user, alreadyDone(user.id(), before, sessions.revoke(user.id())), null)
        : send(user);
  }

  BulkStep skipped(String userId, Skipped.Reason reason) {
    return audit.ended(new BulkUser(userId, null), new Skipped(userId, reason), null);
  }

  /** What a failure of a request means for a user whom it did not change. */
  LockOutcome unchanged(String userId, ClerkException e) {
    endIfUseless(e);
    return e.mayPassLater()
        ? new LockOutcome.Failed(userId, e)
        : new LockOutcome.Refused(userId, e);
  }

  private BulkStep send(BulkUser user) {
    try {
      ClerkResponse<User> response = calls.act(action, user.id());
      String traceId = response.traceId().orElse(null);
      return audit.ended(user, done(user.id(), response.value()), traceId);
    } catch (ClerkException e) {
      return audit.ended(user, failed(user.id(), e), traceId(e));
    } catch (IllegalStateException e) { // The client is closed.
      end();
      return skipped(user.id(), Skipped.Reason.ENDED);
    }
  }

  private LockOutcome done(String userId, User user) {
    if (action == BulkAction.UNLOCK) {
      return new LockOutcome.Unlocked(userId, user);
    }
    RevokedSessions revoked = revokes() ? sessions.revoke(userId) : RevokedSessions.NONE;
    return new LockOutcome.Locked(userId, user, revoked);
  }

  private LockOutcome failed(String userId, ClerkException e) {
    if (e instanceof ClerkApiException.NotFound) {
      return new LockOutcome.NotFound(userId);
    }
    return e.mayHaveBeenCarriedOut() ? new LockOutcome.Unknown(userId, e) : unchanged(userId, e);
  }

  private static @Nullable String traceId(ClerkException e) {
    return e instanceof ClerkApiException response ? response.traceId().orElse(null) : null;
  }

  private boolean isDone(BulkUser user) {
    Boolean locked = user.wasLocked();
    return locked != null && action.isDoneFor(locked);
  }

  private boolean revokes() {
    return options.revokeSessions() && action == BulkAction.LOCK;
  }

  private LockOutcome alreadyDone(String userId, User before, RevokedSessions revoked) {
    return action == BulkAction.LOCK
        ? new LockOutcome.AlreadyLocked(userId, before, revoked)
        : new LockOutcome.AlreadyUnlocked(userId, before);
  }

  /** With a key that is not valid, every further request would be refused, too. */
  private void endIfUseless(ClerkException e) {
    if (e instanceof ClerkApiException.Unauthenticated) {
      end();
    }
  }
}
