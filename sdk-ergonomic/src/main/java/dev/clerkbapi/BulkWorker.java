package dev.clerkbapi;

import dev.clerkbapi.LockOutcome.RevokedSessions;
import dev.clerkbapi.LockOutcome.Skipped;
import dev.clerkbapi.errors.ClerkApiException;
import dev.clerkbapi.errors.ClerkException;
import dev.clerkbapi.errors.ClerkTransportException;
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
    RuntimeException unwritten = audit.intended(user);
    if (unwritten != null) {
      end();
      return BulkStep.of(new Skipped(user.id(), Skipped.Reason.ENDED), unwritten);
    }
    BulkTrace trace = new BulkTrace();
    User before = user.before();
    LockOutcome outcome =
        before != null && isDone(user)
            ? alreadyDone(user.id(), before, sessions.revoke(user.id()))
            : send(user.id(), trace);
    return audit.ended(user, outcome, trace.id());
  }

  BulkStep skipped(String userId, Skipped.Reason reason) {
    return audit.ended(new BulkUser(userId, null), new Skipped(userId, reason), null);
  }

  /** What a failure of a request means for a user whom it did not change. */
  LockOutcome unchanged(String userId, ClerkException e) {
    endIfUseless(e);
    boolean passes =
        e instanceof ClerkTransportException
            || e instanceof ClerkApiException.RateLimited
            || e instanceof ClerkApiException.Conflict
            || e instanceof ClerkApiException.Server
            || !(e instanceof ClerkApiException);
    return passes ? new LockOutcome.Failed(userId, e) : new LockOutcome.Refused(userId, e);
  }

  private LockOutcome send(String userId, BulkTrace trace) {
    try {
      User user = calls.act(action, userId, trace);
      return action == BulkAction.UNLOCK
          ? new LockOutcome.Unlocked(userId, user)
          : new LockOutcome.Locked(
              userId, user, revokes() ? sessions.revoke(userId) : RevokedSessions.NONE);
    } catch (ClerkApiException.NotFound e) {
      return new LockOutcome.NotFound(userId);
    } catch (ClerkException e) {
      return e.mayHaveBeenCarriedOut() ? new LockOutcome.Unknown(userId, e) : unchanged(userId, e);
    } catch (IllegalStateException e) { // The client is closed.
      end();
      return new Skipped(userId, Skipped.Reason.ENDED);
    }
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
